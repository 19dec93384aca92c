import { Injectable } from '@nestjs/common';
import { Database, personalRows, personalTable, type PersonalRows } from '@saathi/entities';

const TABLES = [
  personalTable('user_summary_latest', { order: 'user_id' }),
  personalTable('session_summaries', { order: 'created_at, session_id' }),
  personalTable('summary_evidence', { order: 'session_id, field, ord', without: ['quote_sha256'] }),
  personalTable('confidence_events', { order: 'created_at, session_id' }),
  personalTable('memories', { order: 'created_at, id' }),
  personalTable('forgotten_messages', { order: 'message_id' }),
  personalTable('summary_feedback', { order: 'created_at, field, label' }),
  personalTable('user_summary_versions', { order: 'version' }),
  personalTable('summaries_to_merge', { order: 'since, session_id' }),
  personalTable('persona_versions', { order: 'created_at, persona, revision' }),
  personalTable('dead_letters', { order: 'failed_at, id' }),
];

/** What the summary service holds about a person: what was learned. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  rows(userId: string, signal: AbortSignal): AsyncIterable<PersonalRows> {
    return personalRows(this.database, TABLES, userId, signal);
  }
}
