import type { AttemptView, OrderSummaryView, SubscriptionView, WebhookView } from '@saathi/contracts';
import type { AttemptRow, OrderRow, PassRow, WebhookRow } from './operator-desk.sql.js';

export const toSummary = (row: OrderRow): OrderSummaryView => ({
  payment_id: row.payment_id,
  cashfree_order_id: row.cashfree_order_id,
  user_id: row.user_id,
  status: row.status,
  plan_type: row.plan_type,
  amount: row.amount,
  currency: 'INR',
  provider_status: row.provider_status,
  review_reason: row.review_reason,
  reviewed_at: row.reviewed_at?.toISOString() ?? null,
  refunded_amount: row.refunded_amount,
  created_at: row.created_at.toISOString(),
});

export const toAttempt = ({ paid_at, seen_at, ...attempt }: AttemptRow): AttemptView => ({
  ...attempt,
  paid_at: paid_at?.toISOString() ?? null,
  seen_at: seen_at.toISOString(),
});

export const toWebhook = ({
  received_at_text: _,
  sent_at,
  received_at,
  processed_at,
  ...webhook
}: WebhookRow): WebhookView => ({
  ...webhook,
  sent_at: sent_at.toISOString(),
  received_at: received_at.toISOString(),
  processed_at: processed_at?.toISOString() ?? null,
});

export const toPass = ({ start_date, end_date, ...pass }: PassRow): SubscriptionView => ({
  ...pass,
  currency: 'INR',
  start_date: start_date.toISOString(),
  end_date: end_date.toISOString(),
});
