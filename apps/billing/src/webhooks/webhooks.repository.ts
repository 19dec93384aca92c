import { Injectable } from '@nestjs/common';
import { OperatorActionKind } from '@saathi/contracts';
import { Database } from '@saathi/entities';
import { recordOperatorAction, type Deed } from '../operator-record/operator-record.repository.js';
import * as sql from './webhooks.sql.js';

/** A webhook whose signature was right. */
export interface ReceivedWebhook {
  readonly body_sha256: Buffer;
  readonly event_type: string | null;
  readonly cashfree_order_id: string | null;
  readonly raw_body: Buffer;
  readonly version: string | null;
  readonly attempt: number | null;
  readonly sent_at: Date;
  readonly status: 'received' | 'stale';
}

export type WebhookOutcome = 'processed' | 'ignored' | 'quarantined';

/** The inbox of webhooks: what was taken in is not lost, whatever happens to the process. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: Database) {}

  /** @returns the id to process, or undefined for one that was processed before or is not to be */
  async keep(webhook: ReceivedWebhook): Promise<string | undefined> {
    const { body_sha256, event_type, cashfree_order_id, raw_body, version, attempt, sent_at, status } =
      webhook;
    const values = [body_sha256, event_type, cashfree_order_id, raw_body, version, attempt, sent_at, status];
    const kept = await this.database.row(sql.keep, values);
    return kept?.status === 'received' ? kept.id : undefined;
  }

  async close(id: string, outcome: WebhookOutcome, reason: string | null): Promise<void> {
    await this.database.rows(sql.close, [id, outcome, reason]);
  }

  /** Keeps an event about an order that is not ours, and looks at it again for a while. */
  async ignoreUnknown(id: string): Promise<void> {
    await this.database.rows(sql.ignoreUnknown, [id]);
  }

  /** What did not work at once is tried again in a second. */
  async retrySoon(id: string): Promise<void> {
    await this.database.rows(sql.retrySoon, [id]);
  }

  async takeDue(): Promise<sql.DueWebhook[]> {
    return this.database.rows(sql.due);
  }

  /** Takes the words out of what is a month old; what came of it stays. */
  async forgetBodies(): Promise<void> {
    await this.database.rows(sql.forgetBodies);
  }

  /** Has a webhook acted on once more. @returns false when there is none of this id */
  async replay(id: string, deed: Deed): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      if ((await transaction.row(sql.replay, [id])) === undefined) return false;
      await recordOperatorAction(transaction, OperatorActionKind.WebhookReplayed, deed, id);
      return true;
    });
  }
}
