import { readJsonObject, sendJson, type Exchange, type Route } from '../http-server.js';
import { numberAt, type JsonObject } from '../json-value.js';
import { refundRefused } from './cashfree-errors.js';
import { newCfId } from './cf-id.js';
import { statusOf, successOf, type Attempt, type Order, type Refund } from './orders/order.js';
import type { OrderBook } from './orders/order-book.js';
import { autoRefund, autoRefundPayload, paymentPayload, refundPayload } from './webhooks/webhook-payloads.js';
import type { WebhookOutbox } from './webhooks/webhook-outbox.js';

/** What happens at Cashfree without the merchant: time passes, banks are late, somebody works in the dashboard. */
export const backstageRoutes = (orders: OrderBook, outbox: WebhookOutbox): readonly Route[] => [
  route('expire', orders, ({ order_id }) => {
    orders.expire(order_id);
  }),
  // The bank says yes when the order is over: Cashfree takes the money, says so or not, and gives it back or not yet.
  route('pay_late', orders, (order, exchange) => {
    const { order_id } = order;
    orders.expire(order_id);
    const attempt = orders.recordAttempt(order_id, 'SUCCESS', true);
    const { told, returned } = wishOf(exchange);
    if (told !== false) outbox.announce(order, paymentPayload(order, attempt));
    if (returned !== false) giveBack(order, attempt, { orders, outbox });
  }),
  route('return_late', orders, (order) => {
    const attempt = order.attempts.find(({ late }) => late === true);
    if (attempt !== undefined) giveBack(order, attempt, { orders, outbox });
  }),
  route('refund', orders, (order, exchange) => {
    const refund = dashboardRefund(order, numberAt(wishOf(exchange), 'amount'));
    orders.recordRefund(order.order_id, refund);
    outbox.announce(order, refundPayload(order, refund));
  }),
];

/** What Cashfree does with money that came too late. */
const giveBack = (
  order: Order,
  { cf_payment_id }: Attempt,
  { orders, outbox }: { readonly orders: OrderBook; readonly outbox: WebhookOutbox },
): void => {
  const refund = autoRefund(order, cf_payment_id);
  orders.recordRefund(order.order_id, refund);
  outbox.announce(order, autoRefundPayload(order, refund));
};

/** What is asked for; nothing in particular without a body. */
const wishOf = (exchange: Exchange): JsonObject => (exchange.body === '' ? {} : readJsonObject(exchange));

/** The refund that somebody makes in the dashboard. */
const dashboardRefund = (order: Order, amount: number | undefined): Refund => {
  const paid = successOf(order);
  if (paid === undefined) throw refundRefused('order is not paid, so nothing can be refunded');
  return {
    cf_refund_id: newCfId(),
    cf_payment_id: paid.cf_payment_id,
    refund_id: `dashboard_${newCfId()}`,
    refund_amount: amount ?? order.order_amount,
    refund_note: null,
    refund_speed: 'STANDARD',
    refund_status: 'SUCCESS',
    refund_type: 'MERCHANT_INITIATED',
    created_at: Date.now(),
    processed_at: Date.now(),
  };
};

const route = (
  action: string,
  orders: OrderBook,
  act: (order: Order, exchange: Exchange) => void,
): Route => ({
  method: 'POST',
  path: `/__orders/:order_id/${action}`,
  handle: (exchange) => {
    const order = orders.find(exchange.params.order_id ?? '');
    act(order, exchange);
    const { order_id } = order;
    sendJson(exchange, 200, { order_id, order_status: statusOf(orders.find(order_id), Date.now()) });
  },
});
