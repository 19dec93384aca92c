import { statement } from '@saathi/entities';

/** A refund as it stands. */
export interface RefundRow {
  readonly refund_id: string;
  readonly cashfree_order_id: string;
  readonly cf_payment_id: string | null;
  readonly amount: string;
  readonly status: string;
  readonly type: string;
  readonly reason: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS = `refund_id, cashfree_order_id, cf_payment_id, amount, status, type, reason, created_at, updated_at`;
/** A refund moves up only: a late message about how it stood once changes nothing. */
const rank = (status: string): string =>
  `array_position(ARRAY['REQUESTED', 'PENDING', 'ONHOLD', 'FAILED', 'CANCELLED', 'SUCCESS'], ${status})`;

export const find = statement<RefundRow>(
  'refunds_find',
  `SELECT ${COLUMNS} FROM refunds WHERE refund_id = $1`,
);

export const listOfOrder = statement<RefundRow>(
  'refunds_list_of_order',
  `SELECT ${COLUMNS} FROM refunds WHERE cashfree_order_id = $1 ORDER BY created_at, refund_id`,
);

// Alone, so that what is read next is what there is once the lock is held.
export const lockOrder = statement<{ payment_id: string }>(
  'refunds_lock_order',
  `SELECT payment_id FROM billing_orders WHERE payment_id = $1 FOR UPDATE`,
);

/** What was paid of an order and what is on its way back, in paise, and the newest payment of it. */
export const standing = statement<{ cf_payment_id: string | null; paid: number; going_back: number }>(
  'refunds_standing',
  `SELECT
     (SELECT cf_payment_id FROM payment_attempts a WHERE a.cashfree_order_id = o.cashfree_order_id AND status = 'SUCCESS'
      ORDER BY seen_at DESC LIMIT 1) AS cf_payment_id,
     (SELECT coalesce(sum(coalesce(a.amount, o.amount)) * 100, 0)::float8 FROM payment_attempts a
      WHERE a.cashfree_order_id = o.cashfree_order_id AND a.status = 'SUCCESS') AS paid,
     (SELECT coalesce(sum(r.amount) * 100, 0)::float8 FROM refunds r
      WHERE r.cashfree_order_id = o.cashfree_order_id AND r.status NOT IN ('FAILED', 'CANCELLED')) AS going_back
   FROM billing_orders o WHERE o.payment_id = $1`,
);

export const findByKey = statement<{ refund_id: string; amount: string }>(
  'refunds_find_by_key',
  `SELECT refund_id, amount FROM refunds WHERE cashfree_order_id = $1 AND idempotency_key = $2`,
);

/** The id under which we know a refund of Cashfree's, if we do. */
export const findId = statement<{ refund_id: string }>(
  'refunds_find_id',
  `SELECT refund_id FROM refunds WHERE cf_refund_id = $1`,
);

/** Which order a try to pay belonged to: Cashfree may leave it out. */
export const findOrderOf = statement<{ cashfree_order_id: string }>(
  'refunds_find_order_of',
  `SELECT cashfree_order_id FROM payment_attempts WHERE cf_payment_id = $1`,
);

export const findAmount = statement<{ amount: string }>(
  'refunds_find_amount',
  `SELECT amount FROM billing_orders WHERE cashfree_order_id = $1`,
);

/** $1 id, $2 Cashfree's id, $3 order, $4 payment, $5 amount, $6 currency, $7 status, $8 type */
export const record = statement<{ status: string }>(
  'refunds_record',
  `INSERT INTO refunds AS known (refund_id, cf_refund_id, cashfree_order_id, cf_payment_id, amount, currency, status, type, next_try_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $7 IN ('PENDING', 'ONHOLD') THEN clock_timestamp() + interval '1 hour' END)
   ON CONFLICT (refund_id) DO UPDATE SET
     cf_refund_id = coalesce(known.cf_refund_id, excluded.cf_refund_id),
     cf_payment_id = coalesce(known.cf_payment_id, excluded.cf_payment_id),
     status = CASE WHEN ${rank('excluded.status')} > ${rank('known.status')} THEN excluded.status ELSE known.status END,
     next_try_at = CASE WHEN greatest(${rank('known.status')}, ${rank('excluded.status')}) > 3 THEN NULL ELSE excluded.next_try_at END
   WHERE known.cashfree_order_id = excluded.cashfree_order_id
   RETURNING status`,
);

/** Asked for and refused: a human has to see it. */
export const refuse = statement(
  'refunds_refuse',
  `WITH refused AS (
     UPDATE refunds SET status = 'FAILED', next_try_at = NULL WHERE refund_id = $1 AND status = 'REQUESTED' RETURNING cashfree_order_id
   )
   UPDATE billing_orders SET review_reason = coalesce(review_reason, 'refund_failed'), reviewed_at = NULL
   WHERE cashfree_order_id = (SELECT cashfree_order_id FROM refused)`,
);

/** What was paid for nothing has gone back: nobody has to look at it any more. */
export const settleReview = statement(
  'refunds_settle_review',
  `UPDATE billing_orders SET reviewed_at = clock_timestamp()
   WHERE cashfree_order_id = $1 AND review_reason IS NOT NULL AND reviewed_at IS NULL`,
);

/** Refunds to be asked for again, or asked about, each given to one replica. */
export const due = statement<{ refund_id: string }>(
  'refunds_due',
  `UPDATE refunds SET tries = tries + 1,
     next_try_at = clock_timestamp() + make_interval(secs => CASE WHEN status = 'REQUESTED'
       THEN (ARRAY[30, 120, 600, 3600])[least(tries + 1, 4)] ELSE (ARRAY[3600, 21600, 86400])[least(tries + 1, 3)] END)
   WHERE refund_id IN (
     SELECT refund_id FROM refunds WHERE next_try_at <= clock_timestamp() ORDER BY next_try_at LIMIT 10 FOR UPDATE SKIP LOCKED
   ) RETURNING refund_id`,
);

/** The pass that a payment bought ends now; those behind it move up by what was left of it. */
export const endPass = statement<{ rest_seconds: number }>(
  'refunds_end_pass',
  `WITH ended AS (
     UPDATE subscriptions SET active = false
     WHERE id = $1 AND user_id = $2 AND active AND end_date > clock_timestamp()
     RETURNING id, end_date, end_date - greatest(start_date, clock_timestamp()) AS rest
   ), moved AS (
     UPDATE subscriptions s SET start_date = s.start_date - ended.rest, end_date = s.end_date - ended.rest
     FROM ended WHERE s.user_id = $2 AND s.active AND s.id <> ended.id AND s.start_date >= ended.end_date
   )
   SELECT extract(epoch FROM rest)::float8 AS rest_seconds FROM ended`,
);

export const correctCache = statement(
  'refunds_correct_cache',
  `UPDATE users SET premium_user = EXISTS (
     SELECT FROM subscriptions WHERE user_id = $1 AND active AND end_date > clock_timestamp())
   WHERE id = $1`,
);
