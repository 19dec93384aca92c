import { readJsonObject, type Exchange } from '../../http-server.js';
import type { ApiRoute } from '../api/api-door.js';
import type { ApiAnswer } from '../api/idempotency.js';
import { internalError, tooManyRequests } from '../cashfree-errors.js';
import { CREATE_FAULTS, type CashfreeFaults } from '../cashfree-faults.js';
import type { OrderBook } from './order-book.js';
import { readOrderRequest } from './order-rules.js';
import { orderView, paymentView } from './order-view.js';

/** Opening orders and looking at them. */
export const orderRoutes = (
  orders: OrderBook,
  faults: CashfreeFaults,
  shortestLifeMs: number,
): readonly ApiRoute[] => {
  const open = (exchange: Exchange): ApiAnswer => {
    const order = orders.open(readOrderRequest(readJsonObject(exchange), shortestLifeMs));
    return { status: 200, body: orderView(order, faults) };
  };
  return [
    {
      method: 'POST',
      path: '/pg/orders',
      limit: 'create_order',
      answer: (exchange) => openWithFaults(exchange, faults, open),
    },
    {
      method: 'GET',
      path: '/pg/orders/:order_id',
      limit: 'get_order',
      answer: ({ params }) => ({ status: 200, body: orderView(orders.find(params.order_id ?? ''), faults) }),
    },
    {
      method: 'GET',
      path: '/pg/orders/:order_id/payments',
      limit: 'get_payments',
      answer: ({ params }) => {
        const order = orders.find(params.order_id ?? '');
        const newestFirst = order.attempts.toReversed();
        return { status: 200, body: newestFirst.map((attempt) => paymentView(order, attempt)) };
      },
    },
  ];
};

const openWithFaults = async (
  exchange: Exchange,
  faults: CashfreeFaults,
  open: (exchange: Exchange) => ApiAnswer,
): Promise<ApiAnswer | undefined> => {
  const fault = faults.take(CREATE_FAULTS);
  exchange.note({ fault: fault?.mode ?? null });
  switch (fault?.mode) {
    case 'create_500':
      throw internalError();
    case 'create_429':
      exchange.response.setHeader('x-ratelimit-retry', String(fault.retry_after ?? 1));
      throw tooManyRequests();
    case 'create_html':
      exchange.response.writeHead(502, { 'content-type': 'text/html' });
      exchange.response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return undefined;
    case 'create_hang':
      await exchange.untilGone();
      return undefined;
    case 'create_lost_answer': {
      const answer = open(exchange);
      exchange.response.destroy();
      return answer;
    }
    case undefined:
      return open(exchange);
  }
};
