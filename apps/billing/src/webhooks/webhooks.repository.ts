import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

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

const sql = {
  // The idempotency header of the provider is not signed: a replay could carry any. The body is.
  // A body about somebody who deleted their account is not kept: it has their name and address in it.
  // The lock makes a deletion that is under way wait, or be waited for.
  keep: statement<{ id: string; status: string }>(
    'webhooks_keep',
    `WITH bill AS (
       SELECT user_id FROM billing_orders WHERE cashfree_order_id = $3 FOR SHARE
     )
     INSERT INTO payment_events AS known
       (body_sha256, event_type, cashfree_order_id, raw_body, version, attempt, sent_at, status, next_try_at)
     SELECT $1, $2, $3, CASE WHEN EXISTS (SELECT FROM bill WHERE user_id IS NULL) THEN '' ELSE $4::bytea END,
       $5, $6, $7, $8, clock_timestamp() + interval '5 seconds'
     ON CONFLICT ON CONSTRAINT payment_events_body_sha256_key DO UPDATE
       SET receipts = known.receipts + 1,
         status = CASE WHEN known.status = 'stale' THEN excluded.status ELSE known.status END
     RETURNING id, status`,
  ),
  close: statement(
    'webhooks_close',
    `UPDATE payment_events SET status = $2, reason = $3, processed_at = clock_timestamp(), next_try_at = NULL WHERE id = $1`,
  ),
  // Looked at again for ten minutes, in case the order is still being opened.
  ignoreUnknown: statement(
    'webhooks_ignore_unknown',
    `UPDATE payment_events SET status = 'ignored', reason = 'unknown_order', processed_at = clock_timestamp(),
       next_try_at = CASE WHEN received_at > clock_timestamp() - interval '10 minutes'
         THEN clock_timestamp() + interval '30 seconds' END
     WHERE id = $1`,
  ),
  // Claims what was received but not processed, for one replica.
  due: statement<{ id: string; raw_body: Buffer }>(
    'webhooks_due',
    `UPDATE payment_events SET tries = tries + 1,
       next_try_at = clock_timestamp() + make_interval(secs => (ARRAY[5, 30, 300, 3600])[least(tries + 1, 4)]),
       status = CASE WHEN tries >= 6 AND status = 'received' THEN 'failed' ELSE status END
     WHERE id IN (
       SELECT id FROM payment_events WHERE status IN ('received', 'ignored') AND next_try_at <= clock_timestamp()
       ORDER BY next_try_at LIMIT 20 FOR UPDATE SKIP LOCKED
     ) RETURNING id, raw_body`,
  ),
};

/** The inbox of webhooks: what was taken in is not lost, whatever happens to the process. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: Database) {}

  /** @returns the id to process, or undefined for one that was processed before or is not to be */
  async keep(webhook: ReceivedWebhook): Promise<string | undefined> {
    const kept = await this.database.row(sql.keep, [
      webhook.body_sha256,
      webhook.event_type,
      webhook.cashfree_order_id,
      webhook.raw_body,
      webhook.version,
      webhook.attempt,
      webhook.sent_at,
      webhook.status,
    ]);
    return kept?.status === 'received' ? kept.id : undefined;
  }

  async close(id: string, outcome: WebhookOutcome, reason: string | null): Promise<void> {
    await this.database.rows(sql.close, [id, outcome, reason]);
  }

  /** Keeps an event about an order that is not ours, and looks at it again for a while. */
  async ignoreUnknown(id: string): Promise<void> {
    await this.database.rows(sql.ignoreUnknown, [id]);
  }

  async takeDue(): Promise<{ id: string; raw_body: Buffer }[]> {
    return this.database.rows(sql.due);
  }
}
