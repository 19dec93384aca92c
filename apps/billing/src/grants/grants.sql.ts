import type { PaymentStatus, PlanType } from '@saathi/contracts';
import { statement } from '@saathi/entities';

/** A payment that is being decided about, with what its order was opened for. */
export interface LockedPayment {
  readonly id: string;
  readonly user_id: string;
  readonly status: PaymentStatus;
  readonly plan_type: PlanType;
  readonly cashfree_payment_id: string | null;
  readonly subscription_id: string | null;
  readonly amount: string;
  readonly duration_seconds: number;
}

/** Locks in the order payments, users, subscriptions, everywhere. */
export const lock = statement<LockedPayment>(
  'grants_lock',
  `SELECT p.id, p.user_id, p.status, p.plan_type, p.cashfree_payment_id, p.subscription_id, o.amount, o.duration_seconds
   FROM payments p JOIN billing_orders o ON o.payment_id = p.id
   WHERE p.cashfree_order_id = $1 FOR UPDATE OF p`,
);

export const lockPayer = statement(
  'grants_lock_payer',
  `SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE`,
);

/** An order whose payer deleted their account. */
export const lockErased = statement<{ payment_id: string; amount: string; granted: boolean }>(
  'grants_lock_erased',
  `SELECT payment_id, amount, granted_at IS NOT NULL AS granted FROM billing_orders WHERE cashfree_order_id = $1 AND user_id IS NULL FOR UPDATE`,
);

/** What of a payment has gone back, in paise. As float8: whole numbers are exact far beyond what an int holds. */
export const refundedPaise = statement<{ paise: number }>(
  'grants_refunded_paise',
  `SELECT coalesce(sum(amount) * 100, 0)::float8 AS paise FROM refunds WHERE cf_payment_id = $1 AND status = 'SUCCESS'`,
);

/**
 * Grants the pass that was paid: it begins now, or when the last one the person has ends.
 * $1 payment, $2 user, $3 subscription id, $4 plan, $5 amount, $6 seconds, $7 Cashfree's payment id
 */
export const grant = statement<{ start_date: Date; end_date: Date }>(
  'grants_grant',
  `WITH beginning AS (
     SELECT greatest(clock_timestamp(), max(end_date) FILTER (WHERE active)) AS at FROM subscriptions WHERE user_id = $2
   ), pass AS (
     INSERT INTO subscriptions (id, user_id, plan_type, amount, start_date, end_date)
     SELECT $3, $2, $4, $5, at, at + make_interval(secs => $6) FROM beginning
     RETURNING id, start_date, end_date
   ), paid AS (
     UPDATE payments SET status = 'success', cashfree_payment_id = $7, subscription_id = $3 WHERE id = $1
   ), bill AS (
     UPDATE billing_orders SET provider_status = 'PAID', next_check_at = NULL, granted_at = clock_timestamp(),
       refunds_check_at = clock_timestamp() + interval '1 hour',
       reviewed_at = CASE WHEN review_reason IS NOT NULL THEN coalesce(reviewed_at, clock_timestamp()) END
     WHERE payment_id = $1
   ), cached AS (
     UPDATE users SET premium_user = true WHERE id = $2
   )
   SELECT start_date, end_date FROM pass`,
);

/** Paid, and paid back before we heard of it: there is nothing to be had for it. */
export const closeRefunded = statement(
  'grants_close_refunded',
  `WITH bill AS (
     UPDATE billing_orders SET provider_status = 'PAID', next_check_at = NULL, granted_at = clock_timestamp()
     WHERE payment_id = $1
   )
   UPDATE payments SET status = 'success', cashfree_payment_id = $2 WHERE id = $1`,
);

/** A payment only ever moves up: pending, failed, success. */
export const markFailed = statement<{ id: string; user_id: string }>(
  'grants_mark_failed',
  `UPDATE payments SET status = 'failed' WHERE cashfree_order_id = $1 AND status = 'pending' RETURNING id, user_id`,
);

/** For a human to look at. Told again for the same reason, what was settled stays so. $3: ask the provider now */
export const review = statement<{ reopened: boolean }>(
  'grants_review',
  `UPDATE billing_orders o SET review_reason = $2,
     reviewed_at = CASE WHEN o.review_reason = $2 THEN o.reviewed_at END,
     next_check_at = CASE WHEN $3 THEN clock_timestamp() ELSE o.next_check_at END,
     refunds_check_at = coalesce(o.refunds_check_at, clock_timestamp() + interval '1 hour')
   FROM billing_orders earlier
   WHERE o.cashfree_order_id = $1 AND earlier.payment_id = o.payment_id
   RETURNING earlier.review_reason IS DISTINCT FROM $2 AS reopened`,
);

/** A payment that came when its payer's account was gone is paid back. */
export const closeErased = statement(
  'grants_close_erased',
  `UPDATE billing_orders SET review_reason = 'user_deleted', provider_status = 'PAID', next_check_at = NULL
   WHERE cashfree_order_id = $1`,
);

/**
 * One try to pay. What was paid stays so, whatever is told later; what the bank said of somebody who is gone is
 * not kept. $9: when it was paid
 */
export const recordAttempt = statement(
  'grants_record_attempt',
  `INSERT INTO payment_attempts AS known (cf_payment_id, cashfree_order_id, status, amount, currency, message,
     payment_group, bank_reference, paid_at)
   SELECT $1, $2, $3, $4, $5, CASE WHEN known THEN $6 END, $7, CASE WHEN known THEN $8 END, $9
   FROM (SELECT EXISTS (SELECT FROM payments WHERE cashfree_order_id = $2) AS known) payer
   ON CONFLICT (cf_payment_id) DO UPDATE SET status = excluded.status, message = excluded.message,
     amount = coalesce(excluded.amount, known.amount), payment_group = coalesce(excluded.payment_group, known.payment_group),
     bank_reference = coalesce(excluded.bank_reference, known.bank_reference),
     paid_at = coalesce(excluded.paid_at, known.paid_at), seen_at = clock_timestamp()
   WHERE known.cashfree_order_id = excluded.cashfree_order_id AND (known.status <> 'SUCCESS' OR excluded.status = 'SUCCESS')`,
);

/** The newest try that was paid, as it is known. */
export const findPaidAttempt = statement<{
  cf_payment_id: string;
  amount: string | null;
  currency: string | null;
}>(
  'grants_find_paid_attempt',
  `SELECT cf_payment_id, amount, currency FROM payment_attempts
   WHERE cashfree_order_id = $1 AND status = 'SUCCESS' ORDER BY seen_at DESC LIMIT 1`,
);
