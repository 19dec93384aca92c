import { readJsonObject } from '../../http-server.js';
import type { ApiRoute } from '../api/api-door.js';
import { fieldInvalid, orderNotActive } from '../cashfree-errors.js';
import type { CashfreeFaults } from '../cashfree-faults.js';
import { openOrder } from './open-order.js';
import type { OrderBook } from './order-book.js';
import { orderView, paymentView } from './order-view.js';
import { statusOf } from './order.js';
import { readable } from './readable.js';

/** Opening orders, looking at them, and ending them. */
export const orderRoutes = (
  orders: OrderBook,
  faults: CashfreeFaults,
  shortestLifeMs: number,
): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/pg/orders',
    limit: 'create_order',
    answer: openOrder(orders, faults, shortestLifeMs),
  },
  {
    method: 'GET',
    path: '/pg/orders/:order_id',
    limit: 'get_order',
    answer: readable(faults, ({ params }) => ({
      status: 200,
      body: orderView(orders.find(params.order_id ?? ''), faults),
    })),
  },
  {
    method: 'PATCH',
    path: '/pg/orders/:order_id',
    limit: 'create_order',
    answer: endOrder(orders, faults),
  },
  {
    method: 'GET',
    path: '/pg/orders/:order_id/payments',
    limit: 'get_payments',
    answer: readable(faults, listPayments(orders, faults)),
  },
];

/** Newest first. */
const listPayments =
  (orders: OrderBook, faults: CashfreeFaults): ApiRoute['answer'] =>
  ({ params }) => {
    const order = orders.find(params.order_id ?? '');
    const isNameless = faults.take(['payments_without_id']) !== undefined;
    const payments = order.attempts.toReversed().map((attempt) => paymentView(order, attempt));
    return {
      status: 200,
      body: isNameless ? payments.map((payment) => ({ ...payment, cf_payment_id: null })) : payments,
    };
  };

const endOrder =
  (orders: OrderBook, faults: CashfreeFaults): ApiRoute['answer'] =>
  (exchange) => {
    const order = orders.find(exchange.params.order_id ?? '');
    const wish = readJsonObject(exchange).order_status;
    if (wish !== 'TERMINATED') throw fieldInvalid('order_status', 'should be TERMINATED', wish);
    if (statusOf(order, Date.now()) !== 'ACTIVE') throw orderNotActive();
    orders.terminate(order.order_id);
    return { status: 200, body: orderView(orders.find(order.order_id), faults) };
  };
