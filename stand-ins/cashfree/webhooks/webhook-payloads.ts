import { newCfId } from '../cf-id.js';
import { indiaTime } from '../india-time.js';
import { errorDetails, gatewayDetails, paymentFacts } from '../orders/order-view.js';
import type { Attempt, Order, PaymentStatus, Refund } from '../orders/order.js';
import { refundFacts } from '../refunds/refund-view.js';

const PAYMENT_TYPES: Readonly<Record<PaymentStatus, string>> = {
  SUCCESS: 'PAYMENT_SUCCESS_WEBHOOK',
  FAILED: 'PAYMENT_FAILED_WEBHOOK',
  USER_DROPPED: 'PAYMENT_USER_DROPPED_WEBHOOK',
};

/** Which attempt a webhook type is about. */
export const paymentStatusOf = (type: string): PaymentStatus | undefined => {
  if (type === PAYMENT_TYPES.SUCCESS) return 'SUCCESS';
  if (type === PAYMENT_TYPES.FAILED) return 'FAILED';
  return type === PAYMENT_TYPES.USER_DROPPED ? 'USER_DROPPED' : undefined;
};

export interface WebhookPayload {
  readonly type: string;
  readonly event_time: string;
  readonly data: object;
}

export const paymentPayload = (order: Order, attempt: Attempt): WebhookPayload => {
  const { order_id, order_amount, order_currency, order_tags } = order;
  const error = errorDetails(attempt);
  return {
    data: {
      order: { order_id, order_amount, order_currency, order_tags },
      payment: paymentFacts(order, attempt),
      customer_details: order.customer_details,
      ...(error === null ? {} : { error_details: error }),
      ...(attempt.payment_status === 'USER_DROPPED'
        ? {}
        : { payment_gateway_details: gatewayDetails(order, attempt), payment_offers: null }),
    },
    event_time: indiaTime(Date.now()),
    type: PAYMENT_TYPES[attempt.payment_status],
  };
};

/** Ids are numbers here and only here: that is how Cashfree sends them. */
export const refundPayload = (order: Order, refund: Refund): WebhookPayload => ({
  data: {
    refund: {
      cf_refund_id: Number(refund.cf_refund_id),
      cf_payment_id: Number(refund.cf_payment_id),
      entity: 'Refund',
      ...refundFacts(order, refund),
      requested_speed: refund.refund_speed,
      processed_speed: refund.refund_speed,
      service_charge: 0,
      service_tax: 0,
    },
  },
  event_time: indiaTime(Date.now()),
  type: 'REFUND_STATUS_WEBHOOK',
});

/** A refund that Cashfree makes of itself, for instance of a payment that came too late. */
export const autoRefund = (order: Order, cf_payment_id: string): Refund => ({
  cf_refund_id: newCfId(),
  cf_payment_id,
  refund_id: `auto_${newCfId()}`,
  refund_amount: order.order_amount,
  refund_note: null,
  refund_speed: 'STANDARD',
  refund_status: 'SUCCESS',
  refund_type: 'PAYMENT_AUTO_REFUND',
  created_at: Date.now(),
  processed_at: Date.now(),
});

/** It has no `refund_id`: nobody asked for it. */
export const autoRefundPayload = (order: Order, refund: Refund): WebhookPayload => ({
  data: {
    auto_refund: {
      cf_refund_id: Number(refund.cf_refund_id),
      cf_payment_id: Number(refund.cf_payment_id),
      entity: 'Refund',
      ...refundFacts(order, refund),
      refund_id: undefined,
    },
  },
  event_time: indiaTime(Date.now()),
  type: 'AUTO_REFUND_STATUS_WEBHOOK',
});

/** What saving an endpoint in the dashboard sends. */
export const testPayload = (): WebhookPayload => ({
  data: { test_object: { test_key: 'test_value' } },
  event_time: indiaTime(Date.now()),
  type: 'WEBHOOK',
});
