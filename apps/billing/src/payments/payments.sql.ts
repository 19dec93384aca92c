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
  readonly refunded_amount: string;
  readonly expires_at: Date;
  readonly created_at: Date;
  readonly created_at_text: string;
  /** Whether the order can still be paid. */
  readonly open: boolean;
}

const COLUMNS = `p.id, p.user_id, p.status, p.plan_type, p.amount, p.cashfree_order_id, o.payment_session_id,
  p.subscription_id, o.expires_at, p.created_at, p.created_at::text AS created_at_text,
  (SELECT coalesce(sum(r.amount), 0)::numeric(10, 2)::text FROM refunds r
   WHERE r.cashfree_order_id = p.cashfree_order_id AND r.status = 'SUCCESS') AS refunded_amount,
  p.status <> 'success' AND o.expires_at > clock_timestamp()
    AND coalesce(o.provider_status, '') NOT IN ('EXPIRED', 'TERMINATED') AS open`;
const FROM_PAYMENT = `FROM payments p JOIN billing_orders o ON o.payment_id = p.id`;

export const findPayer = statement<{ name: string; email: string; phone_number: string | null }>(
  'payments_find_payer',
  `SELECT name, email, phone_number FROM users WHERE id = $1`,
);

/** One order of a person is opened at a time, so that two of a double click find each other. */
export const lockOpening = statement(
  'payments_lock_opening',
  `SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`,
);

export const open = statement(
  'payments_open',
  `WITH bill AS (
     INSERT INTO billing_orders (payment_id, user_id, cashfree_order_id, plan_type, amount, duration_seconds,
       idempotency_key, request_hash, expires_at, next_check_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING payment_id
   )
   INSERT INTO payments (id, user_id, cashfree_order_id, amount, plan_type) SELECT payment_id, $2, $3, $5, $4 FROM bill`,
);

export const findByKey = statement<{ payment_id: string; same: boolean }>(
  'payments_find_by_key',
  `SELECT payment_id, request_hash = $3 AS same FROM billing_orders
   WHERE user_id = $1 AND idempotency_key = $2 AND created_at > now() - interval '1 day'`,
);

/** An order for the same thing that was not there yet when this one was asked for at $3: the first of two clicks. */
export const findOpening = statement<{ payment_id: string }>(
  'payments_find_opening',
  `SELECT payment_id FROM billing_orders
   WHERE user_id = $1 AND request_hash = $2 AND created_at > now() - interval '30 seconds'
     AND (opened_at IS NULL OR opened_at > $3::timestamptz) AND coalesce(provider_status, 'ACTIVE') = 'ACTIVE'
   ORDER BY created_at LIMIT 1`,
);

/** How long a person waits for another order when $2 of the last hour are pending; no row when there are fewer. */
export const findFullHour = statement<{ wait_seconds: number }>(
  'payments_find_full_hour',
  `SELECT greatest(1, ceil(extract(epoch FROM o.created_at + interval '1 hour' - clock_timestamp())))::int AS wait_seconds
   FROM billing_orders o JOIN payments p ON p.id = o.payment_id
   WHERE o.user_id = $1 AND p.status = 'pending' AND o.created_at > clock_timestamp() - interval '1 hour'
   ORDER BY o.created_at DESC OFFSET $2 - 1 LIMIT 1`,
);

/** Lets a key that is a day old go, so that it may be used anew. */
export const releaseOldKey = statement(
  'payments_release_old_key',
  `UPDATE billing_orders SET idempotency_key = NULL
   WHERE user_id = $1 AND idempotency_key = $2 AND created_at <= now() - interval '1 day'`,
);

/** Gives an order that Cashfree does not have yet a whole life again: it wants one of more than 15 minutes. */
export const extend = statement(
  'payments_extend',
  `UPDATE billing_orders SET expires_at = $2
   WHERE payment_id = $1 AND cf_order_id IS NULL AND expires_at < clock_timestamp() + interval '20 minutes'`,
);

/** What is known by now of an order is not replaced by how it stood when it was opened. */
export const opened = statement(
  'payments_opened',
  `UPDATE billing_orders SET cf_order_id = $2, payment_session_id = $3, provider_status = coalesce(provider_status, $4),
     opened_at = coalesce(opened_at, clock_timestamp())
   WHERE payment_id = $1 AND user_id IS NOT NULL`,
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

export const isKnown = statement(
  'payments_is_known',
  `SELECT 1 FROM billing_orders WHERE cashfree_order_id = $1`,
);
