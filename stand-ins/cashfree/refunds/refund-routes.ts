import { readJsonObject } from '../../http-server.js';
import type { ApiRoute } from '../api/api-door.js';
import { internalError, refundNotFound, refundRefused } from '../cashfree-errors.js';
import { REFUND_FAULTS, type CashfreeFaults } from '../cashfree-faults.js';
import type { OrderBook } from '../orders/order-book.js';
import type { RefundDesk } from './refund-desk.js';
import { readRefund } from './refund-rules.js';
import { refundView } from './refund-view.js';

/** Asking for refunds and looking at them. */
export const refundRoutes = (
  orders: OrderBook,
  desk: RefundDesk,
  faults: CashfreeFaults,
): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/pg/orders/:order_id/refunds',
    limit: 'create_refund',
    answer: acceptRefund(orders, desk, faults),
  },
  {
    method: 'GET',
    path: '/pg/orders/:order_id/refunds',
    limit: 'get_refund',
    answer: ({ params }) => {
      const order = orders.find(params.order_id ?? '');
      return { status: 200, body: order.refunds.map((refund) => refundView(order, refund)) };
    },
  },
  {
    method: 'GET',
    path: '/pg/orders/:order_id/refunds/:refund_id',
    limit: 'get_refund',
    answer: ({ params }) => {
      const order = orders.find(params.order_id ?? '');
      const refund = order.refunds.find(({ refund_id }) => refund_id === params.refund_id);
      if (refund === undefined) throw refundNotFound();
      return { status: 200, body: refundView(order, refund) };
    },
  },
];

const acceptRefund =
  (orders: OrderBook, desk: RefundDesk, faults: CashfreeFaults): ApiRoute['answer'] =>
  (exchange) => {
    const order = orders.find(exchange.params.order_id ?? '');
    const fault = faults.take(REFUND_FAULTS)?.mode;
    if (fault === 'refund_500') throw internalError();
    if (fault === 'refund_refused') throw refundRefused('the stand-in was told to refuse');
    const refund = readRefund(order, readJsonObject(exchange));
    desk.accept(order.order_id, refund);
    if (fault === 'refund_lost_answer') exchange.response.destroy();
    return { status: 200, body: refundView(order, refund) };
  };
