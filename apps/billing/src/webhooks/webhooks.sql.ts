import { statement } from '@saathi/entities';

/** A webhook that is to be acted on now. */
export interface DueWebhook {
  readonly id: string;
  readonly raw_body: Buffer;
  readonly cashfree_order_id: string | null;
  /** Whether this was one try too many: the provider is asked instead. */
  readonly given_up: boolean;
}

// The idempotency header of the provider is not signed: a replay could carry any. The body is.
// A body about somebody who deleted their account is not kept: it has their name and address in it.
// The lock makes a deletion that is under way wait, or be waited for.
export const keep = statement<{ id: string; status: string }>(
  'webhooks_keep',
  `WITH bill AS (
     SELECT user_id FROM billing_orders WHERE cashfree_order_id = $3 FOR SHARE
   )
   INSERT INTO payment_events AS known
     (body_sha256, event_type, cashfree_order_id, raw_body, version, attempt, sent_at, status, next_try_at)
   SELECT $1, $2, $3, CASE WHEN EXISTS (SELECT FROM bill WHERE user_id IS NULL) THEN '' ELSE $4::bytea END,
     $5, $6, $7, $8, CASE WHEN $8 = 'received' THEN clock_timestamp() + interval '5 seconds' END
   ON CONFLICT ON CONSTRAINT payment_events_body_sha256_key DO UPDATE
     SET receipts = known.receipts + 1,
       status = CASE WHEN known.status = 'stale' THEN excluded.status ELSE known.status END,
       next_try_at = CASE WHEN known.status = 'stale' THEN excluded.next_try_at ELSE known.next_try_at END
   RETURNING id, status`,
);

export const close = statement(
  'webhooks_close',
  `UPDATE payment_events SET status = $2, reason = $3, processed_at = clock_timestamp(), next_try_at = NULL WHERE id = $1`,
);

// Looked at again for ten minutes, in case the order is still being opened.
export const ignoreUnknown = statement(
  'webhooks_ignore_unknown',
  `UPDATE payment_events SET status = 'ignored', reason = 'unknown_order', processed_at = clock_timestamp(),
     next_try_at = CASE WHEN received_at > clock_timestamp() - interval '10 minutes'
       THEN clock_timestamp() + interval '30 seconds' END
   WHERE id = $1`,
);

export const retrySoon = statement(
  'webhooks_retry_soon',
  `UPDATE payment_events SET next_try_at = clock_timestamp() + interval '1 second' WHERE id = $1 AND status = 'received' AND tries = 0`,
);

// Claims what was received but not processed, for one replica.
export const due = statement<DueWebhook>(
  'webhooks_due',
  `UPDATE payment_events SET
     tries = CASE WHEN status = 'received' THEN tries + 1 ELSE tries END,
     next_try_at = CASE WHEN status = 'received' AND tries >= 5 THEN NULL
       ELSE clock_timestamp() + make_interval(secs => (ARRAY[5, 30, 300, 3600, 3600])[least(tries + 1, 5)]) END,
     status = CASE WHEN status = 'received' AND tries >= 5 THEN 'failed' ELSE status END
   WHERE id IN (
     SELECT id FROM payment_events WHERE status IN ('received', 'ignored') AND next_try_at <= clock_timestamp()
     ORDER BY next_try_at LIMIT 20 FOR UPDATE SKIP LOCKED
   ) RETURNING id, raw_body, cashfree_order_id, status = 'failed' AS given_up`,
);

/** Names and addresses of payers are not kept for longer than anybody looks back. */
export const forgetBodies = statement(
  'webhooks_forget_bodies',
  `UPDATE payment_events SET raw_body = ''
   WHERE received_at < now() - interval '30 days' AND status <> 'received' AND raw_body <> ''`,
);

export const replay = statement<{ id: string }>(
  'webhooks_replay',
  `UPDATE payment_events SET status = 'received', reason = NULL, tries = 0, next_try_at = clock_timestamp()
   WHERE id = $1 RETURNING id`,
);
