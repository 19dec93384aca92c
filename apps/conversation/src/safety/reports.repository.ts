import { Injectable } from '@nestjs/common';
import type { ReportMessageRequest, ReportReason } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';

/** A report as it is stored. */
export interface ReportRow {
  readonly id: string;
  readonly message_id: string;
  readonly reason: ReportReason;
  readonly created_at: Date;
}

const report = statement<ReportRow>(
  'reports_report',
  `INSERT INTO message_reports (id, message_id, user_id, reason, note)
   SELECT $1, m.id, m.user_id, $4, $5 FROM messages m WHERE m.id = $3 AND m.user_id = $2 AND m.role = 'ai'
   ON CONFLICT (message_id) DO UPDATE SET reason = excluded.reason, note = excluded.note
   RETURNING id, message_id, reason, created_at`,
);

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined when the person has no such message of the companion */
  async report(id: string, request: ReportMessageRequest): Promise<ReportRow | undefined> {
    const { user_id, id: messageId, reason, note = null } = request;
    return this.database.row(report, [id, user_id, messageId, reason, note]);
  }
}
