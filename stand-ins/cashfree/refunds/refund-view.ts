import { indiaTime } from '../india-time.js';
import type { Order, Refund, RefundStatus } from '../orders/order.js';

const DESCRIPTIONS: Readonly<Record<RefundStatus, string>> = {
  PENDING: 'In Progress',
  SUCCESS: 'Refund processed successfully',
  FAILED: 'The bank refused the refund',
};

/** The parts of a refund that the API and the webhook have in common. */
export const refundFacts = (order: Order, refund: Refund): object => ({
  refund_id: refund.refund_id,
  order_id: order.order_id,
  refund_amount: refund.refund_amount,
  refund_currency: order.order_currency,
  refund_note: refund.refund_note,
  refund_type: refund.refund_type,
  refund_status: refund.refund_status,
  refund_arn: refund.refund_status === 'SUCCESS' ? refund.cf_refund_id : null,
  status_description: DESCRIPTIONS[refund.refund_status],
  refund_splits: [],
  metadata: null,
  created_at: indiaTime(refund.created_at),
  processed_at: refund.processed_at === undefined ? null : indiaTime(refund.processed_at),
});

/** A refund as the API shows it. */
export const refundView = (order: Order, refund: Refund): object => ({
  ...refundFacts(order, refund),
  entity: 'refund',
  cf_refund_id: refund.cf_refund_id,
  cf_payment_id: refund.cf_payment_id,
  refund_charge: 0,
  refund_mode: refund.refund_speed,
  refund_speed: {
    requested: refund.refund_speed,
    accepted: refund.refund_speed,
    processed: refund.refund_status === 'SUCCESS' ? refund.refund_speed : null,
    message: null,
  },
});
