import type { PaymentStatus, PlanType } from '@saathi/contracts';
import { statement } from '@saathi/entities';

/** A payment with its order. */
export interface PaymentRow {
  readonly id: string;
  readonly user_id: string;
  readonly status: PaymentStatus;
  readonly plan_type: PlanType;
  readonly amount: string;
  readonly cashfree_order_id: string;
  readonly payment_session_id: string | null;
  readonly subscription_id: string | null;
  readonly expires_at: Date;
  readonly created_at: Date;
  readonly created_at_text: string;
  /** Whether the order can still be paid. */
  readonly open: boolean;
  /** Seconds since the provider was last asked about it; null when it never was. */
  readonly checked_ago: number | null;
}

const COLUMNS = `p.id, p.user_id, p.status, p.plan_type, p.amount, p.cashfree_order_id, o.payment_session_id,
  p.subscription_id, o.expires_at, p.created_at, p.created_at::text AS created_at_text,
  p.status <> 'success' AND o.expires_at > clock_timestamp() AS open,
  extract(epoch FROM clock_timestamp() - o.checked_at)::float8 AS checked_ago`;
const FROM_PAYMENT = `FROM payments p JOIN billing_orders o ON o.payment_id = p.id`;

export const findPayer = statement<{ name: string; email: string; phone_number: string | null }>(
  'payments_find_payer',
  `SELECT name, email, phone_number FROM users WHERE id = $1`,
);

export const open = statement(
  'payments_open',
  `WITH bill AS (
     INSERT INTO billing_orders (payment_id, user_id, cashfree_order_id, plan_type, amount, duration_seconds,
       idempotency_key, request_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING payment_id
   )
   INSERT INTO payments (id, user_id, cashfree_order_id, amount, plan_type) SELECT payment_id, $2, $3, $5, $4 FROM bill`,
);

export const findByKey = statement<{ payment_id: string; same: boolean }>(
  'payments_find_by_key',
  `SELECT payment_id, request_hash = $3 AS same FROM billing_orders
   WHERE user_id = $1 AND idempotency_key = $2 AND created_at > now() - interval '1 day'`,
);

/** Lets a key that is a day old go, so that it may be used anew. */
export const releaseOldKey = statement(
  'payments_release_old_key',
  `UPDATE billing_orders SET idempotency_key = NULL
   WHERE user_id = $1 AND idempotency_key = $2 AND created_at <= now() - interval '1 day'`,
);

export const opened = statement(
  'payments_opened',
  `UPDATE billing_orders SET cf_order_id = $2, payment_session_id = $3, provider_status = $4,
     next_check_at = clock_timestamp() + interval '30 seconds'
   WHERE payment_id = $1`,
);

export const find = statement<PaymentRow>(
  'payments_find',
  `SELECT ${COLUMNS} ${FROM_PAYMENT} WHERE p.user_id = $1 AND p.id = $2`,
);

export const list = statement<PaymentRow>(
  'payments_list',
  `SELECT ${COLUMNS} ${FROM_PAYMENT}
   WHERE p.user_id = $1 AND ($2::timestamptz IS NULL OR (p.created_at, p.id) < ($2, $3::uuid))
   ORDER BY p.created_at DESC, p.id DESC LIMIT $4`,
);

/** A payment that is being decided about. */
export interface LockedPayment {
  readonly id: string;
  readonly user_id: string;
  readonly status: PaymentStatus;
  readonly plan_type: PlanType;
  readonly cashfree_payment_id: string | null;
  readonly amount: string;
  readonly duration_seconds: number;
}

/** Locks in the order payments, users, subscriptions, everywhere. */
export const lock = statement<LockedPayment>(
  'payments_lock',
  `SELECT p.id, p.user_id, p.status, p.plan_type, p.cashfree_payment_id, o.amount, o.duration_seconds
   FROM payments p JOIN billing_orders o ON o.payment_id = p.id
   WHERE p.cashfree_order_id = $1 FOR UPDATE OF p`,
);

export const lockPayer = statement(
  'payments_lock_payer',
  `SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE`,
);

/**
 * Grants the pass that was paid: it begins now, or when the last one the person has ends.
 * $1 payment, $2 user, $3 subscription id, $4 plan, $5 amount, $6 seconds, $7 Cashfree's payment id
 */
export const grant = statement<{ start_date: Date; end_date: Date }>(
  'payments_grant',
  `WITH beginning AS (
     SELECT greatest(clock_timestamp(), max(end_date) FILTER (WHERE active)) AS at FROM subscriptions WHERE user_id = $2
   ), pass AS (
     INSERT INTO subscriptions (id, user_id, plan_type, amount, start_date, end_date)
     SELECT $3, $2, $4, $5, at, at + make_interval(secs => $6) FROM beginning
     RETURNING id, start_date, end_date
   ), paid AS (
     UPDATE payments SET status = 'success', cashfree_payment_id = $7, subscription_id = $3 WHERE id = $1
   ), bill AS (
     UPDATE billing_orders SET provider_status = 'PAID', next_check_at = NULL WHERE payment_id = $1
   ), cached AS (
     UPDATE users SET premium_user = true WHERE id = $2
   )
   SELECT start_date, end_date FROM pass`,
);

/** A payment only ever moves up: pending, failed, success. */
export const markFailed = statement<{ id: string; user_id: string }>(
  'payments_mark_failed',
  `UPDATE payments SET status = 'failed' WHERE cashfree_order_id = $1 AND status = 'pending' RETURNING id, user_id`,
);

export const review = statement(
  'payments_review',
  `UPDATE billing_orders SET review_reason = $2, next_check_at = clock_timestamp() WHERE cashfree_order_id = $1`,
);

/** A payment that came when its payer's account was gone is for somebody to pay back. */
export const reviewErased = statement<{ payment_id: string }>(
  'payments_review_erased',
  `UPDATE billing_orders SET review_reason = 'user_deleted', provider_status = 'PAID', next_check_at = NULL
   WHERE cashfree_order_id = $1 AND user_id IS NULL AND provider_status IS DISTINCT FROM 'PAID' RETURNING payment_id`,
);

export const recordAttempt = statement(
  'payments_record_attempt',
  `INSERT INTO payment_attempts (cf_payment_id, cashfree_order_id, status, amount, currency)
   VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (cf_payment_id) DO UPDATE SET status = excluded.status, seen_at = now()`,
);

/** Orders whose time to be asked about has come, each given to one replica. */
export const dueForCheck = statement<{ cashfree_order_id: string }>(
  'payments_due_for_check',
  `UPDATE billing_orders SET checks = checks + 1, checked_at = clock_timestamp(),
     next_check_at = clock_timestamp() + make_interval(secs => (ARRAY[90, 180, 300, 600, 900, 1800, 3600, 21600, 86400])[least(checks + 1, 9)])
   WHERE payment_id IN (
     SELECT payment_id FROM billing_orders WHERE next_check_at <= clock_timestamp() AND checks < 12
     ORDER BY next_check_at LIMIT 20 FOR UPDATE SKIP LOCKED
   ) RETURNING cashfree_order_id`,
);

export const markChecked = statement(
  'payments_mark_checked',
  `UPDATE billing_orders SET checked_at = clock_timestamp() WHERE cashfree_order_id = $1`,
);

export const settleOrder = statement(
  'payments_settle_order',
  `UPDATE billing_orders SET provider_status = $2, next_check_at = CASE WHEN $3 THEN NULL ELSE next_check_at END
   WHERE cashfree_order_id = $1`,
);

export const checkSoon = statement(
  'payments_check_soon',
  `UPDATE billing_orders SET next_check_at = clock_timestamp() WHERE cashfree_order_id = $1`,
);

export const isKnown = statement(
  'payments_is_known',
  `SELECT 1 FROM billing_orders WHERE cashfree_order_id = $1`,
);
