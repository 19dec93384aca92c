import type { PaymentStatus, PlanType, WebhookView } from '@saathi/contracts';
import { statement } from '@saathi/entities';

/** An order as an operator sees it. */
export interface OrderRow {
  readonly payment_id: string;
  readonly cashfree_order_id: string;
  readonly cf_order_id: string | null;
  readonly user_id: string | null;
  readonly status: PaymentStatus | null;
  readonly subscription_id: string | null;
  readonly plan_type: PlanType;
  readonly amount: string;
  readonly provider_status: string | null;
  readonly review_reason: string | null;
  readonly reviewed_at: Date | null;
  readonly refunded_amount: string;
  readonly expires_at: Date;
  readonly next_check_at: Date | null;
  readonly user_deleted_at: Date | null;
  readonly created_at: Date;
  readonly created_at_text: string;
}

export interface AttemptRow {
  readonly cf_payment_id: string;
  readonly status: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly message: string | null;
  readonly payment_group: string | null;
  readonly bank_reference: string | null;
  readonly paid_at: Date | null;
  readonly seen_at: Date;
}

export interface WebhookRow {
  readonly id: string;
  readonly event_type: string | null;
  readonly status: WebhookView['status'];
  readonly reason: string | null;
  readonly receipts: number;
  readonly cashfree_order_id: string | null;
  readonly sent_at: Date;
  readonly received_at: Date;
  readonly received_at_text: string;
  readonly processed_at: Date | null;
}

export interface PassRow {
  readonly id: string;
  readonly plan_type: PlanType;
  readonly amount: string;
  readonly start_date: Date;
  readonly end_date: Date;
  readonly active: boolean;
}

const ORDER = `SELECT o.payment_id, o.cashfree_order_id, o.cf_order_id, o.user_id, p.status, p.subscription_id, o.plan_type,
    o.amount, o.provider_status, o.review_reason, o.reviewed_at, o.expires_at, o.next_check_at, o.user_deleted_at,
    o.created_at, o.created_at::text AS created_at_text,
    (SELECT coalesce(sum(r.amount), 0)::numeric(10, 2)::text FROM refunds r
     WHERE r.cashfree_order_id = o.cashfree_order_id AND r.status = 'SUCCESS') AS refunded_amount
  FROM billing_orders o LEFT JOIN payments p ON p.id = o.payment_id`;

const WEBHOOK = `SELECT id, event_type, status, reason, receipts, cashfree_order_id, sent_at, received_at,
    received_at::text AS received_at_text, processed_at FROM payment_events`;

export const find = statement<OrderRow>('operator_desk_find', `${ORDER} WHERE o.payment_id = $1`);

/** $1 only open reviews, $2 of this order, $3 and $4 after this one, $5 at most */
export const list = statement<OrderRow>(
  'operator_desk_list',
  `${ORDER}
   WHERE (NOT $1 OR (o.review_reason IS NOT NULL AND o.reviewed_at IS NULL))
     AND ($2::text IS NULL OR o.cashfree_order_id = $2)
     AND ($3::timestamptz IS NULL OR (o.created_at, o.payment_id) < ($3, $4::uuid))
   ORDER BY o.created_at DESC, o.payment_id DESC LIMIT $5`,
);

/** In the order they were made, however it was told. Cashfree tells whole seconds: of one, what was paid came last. */
export const attempts = statement<AttemptRow>(
  'operator_desk_attempts',
  `SELECT cf_payment_id, status, amount, trim(currency) AS currency, message, payment_group, bank_reference, paid_at, seen_at
   FROM payment_attempts WHERE cashfree_order_id = $1
   ORDER BY coalesce(paid_at, seen_at), status = 'SUCCESS', seen_at, cf_payment_id`,
);

export const webhooksOf = statement<WebhookRow>(
  'operator_desk_webhooks_of',
  `${WEBHOOK} WHERE cashfree_order_id = $1 ORDER BY received_at, id`,
);

export const listWebhooks = statement<WebhookRow>(
  'operator_desk_list_webhooks',
  `${WEBHOOK}
   WHERE ($1::text IS NULL OR status = $1) AND ($2::timestamptz IS NULL OR (received_at, id) < ($2, $3::uuid))
   ORDER BY received_at DESC, id DESC LIMIT $4`,
);

export const pass = statement<PassRow>(
  'operator_desk_pass',
  `SELECT id, plan_type, amount, start_date, end_date, active FROM subscriptions WHERE id = $1`,
);

export const settleReview = statement<{ payment_id: string }>(
  'operator_desk_settle_review',
  `UPDATE billing_orders SET reviewed_at = clock_timestamp()
   WHERE payment_id = $1 AND review_reason IS NOT NULL AND reviewed_at IS NULL RETURNING payment_id`,
);
