import type { CashfreeFaults } from '../cashfree-faults.js';
import { indiaTime } from '../india-time.js';
import { statusOf, type Attempt, type Order } from './order.js';

const LOWERED_AMOUNT = 1;
const OTHER_CURRENCY = 'USD';

/** The order as the API shows it, with the faults that lie about it. */
export const orderView = (order: Order, faults: CashfreeFaults): object => ({
  cf_order_id: order.cf_order_id,
  order_id: order.order_id,
  entity: 'order',
  order_currency: faults.take(['other_currency'], 'order') ? OTHER_CURRENCY : order.order_currency,
  order_amount: faults.take(['lower_amount_in_order']) ? LOWERED_AMOUNT : order.order_amount,
  order_status: statusOf(order, Date.now()),
  payment_session_id: order.payment_session_id,
  order_expiry_time: indiaTime(order.expires_at),
  order_note: order.order_note,
  customer_details: { ...order.customer_details, customer_uid: null },
  order_meta: order.order_meta,
  order_tags: order.order_tags,
  order_splits: [],
  products: null,
  cart_details: null,
  terminal_data: null,
  created_at: indiaTime(order.created_at),
});

const MESSAGES = {
  SUCCESS: '00::Transaction success',
  FAILED: 'Transaction failed at the bank',
  USER_DROPPED: 'User dropped and did not complete the payment',
} as const;

/** The parts of a payment that the API and the webhooks have in common. */
export const paymentFacts = (order: Order, attempt: Attempt): object => ({
  cf_payment_id: attempt.cf_payment_id,
  payment_status: attempt.payment_status,
  payment_amount: order.order_amount,
  payment_currency: order.order_currency,
  payment_message: MESSAGES[attempt.payment_status],
  payment_time: indiaTime(attempt.at),
  bank_reference: attempt.bank_reference,
  auth_id: null,
  payment_method: { upi: { channel: 'collect', upi_id: 'stand-in@upi' } },
  payment_group: 'upi',
  international_payment: { international: false },
  payment_surcharge: null,
});

export const errorDetails = (attempt: Attempt): object | null =>
  attempt.payment_status === 'FAILED'
    ? {
        error_code: 'TRANSACTION_DECLINED',
        error_description: 'The stand-in was told to let this payment fail.',
        error_reason: 'bank_rejected',
        error_source: 'bank',
        error_subcode_raw: null,
      }
    : null;

export const gatewayDetails = (order: Order, attempt: Attempt): object => ({
  gateway_name: 'CASHFREE',
  gateway_order_id: order.cf_order_id,
  gateway_payment_id: attempt.cf_payment_id,
  gateway_order_reference_id: null,
  gateway_settlement: 'CASHFREE',
  gateway_status_code: null,
});

/** A payment as the API shows it. */
export const paymentView = (order: Order, attempt: Attempt): object => ({
  ...paymentFacts(order, attempt),
  entity: 'payment',
  order_id: order.order_id,
  order_amount: order.order_amount,
  order_currency: order.order_currency,
  is_captured: attempt.payment_status === 'SUCCESS',
  authorization: null,
  payment_completion_time: indiaTime(attempt.at),
  error_details: errorDetails(attempt),
  payment_gateway_details: gatewayDetails(order, attempt),
  payment_offers: null,
});
