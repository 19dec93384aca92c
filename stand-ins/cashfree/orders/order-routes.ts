import { readJsonObject, type Exchange } from '../../http-server.js';
import type { ApiRoute } from '../api/api-door.js';
import type { ApiAnswer } from '../api/idempotency.js';
import {
  idempotencyKeyReused,
  internalError,
  orderExists,
  orderNotActive,
  tooManyRequests,
} from '../cashfree-errors.js';
import { CREATE_FAULTS, type CashfreeFaults } from '../cashfree-faults.js';
import type { OrderBook } from './order-book.js';
import { readOrderRequest } from './order-rules.js';
import { answerHtml, readable } from './readable.js';
import { fieldInvalid } from '../cashfree-errors.js';
import { statusOf } from './order.js';
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
      answer: readable(faults, ({ params }) => ({
        status: 200,
        body: orderView(orders.find(params.order_id ?? ''), faults),
      })),
    },
    {
      method: 'PATCH',
      path: '/pg/orders/:order_id',
      limit: 'create_order',
      answer: (exchange) => {
        const order = orders.find(exchange.params.order_id ?? '');
        const wish = readJsonObject(exchange).order_status;
        if (wish !== 'TERMINATED') throw fieldInvalid('order_status', 'should be TERMINATED', wish);
        if (statusOf(order, Date.now()) !== 'ACTIVE') throw orderNotActive();
        orders.terminate(order.order_id);
        return { status: 200, body: orderView(orders.find(order.order_id), faults) };
      },
    },
    {
      method: 'GET',
      path: '/pg/orders/:order_id/payments',
      limit: 'get_payments',
      answer: readable(faults, ({ params }) => {
        const order = orders.find(params.order_id ?? '');
        const newestFirst = order.attempts.toReversed();
        return { status: 200, body: newestFirst.map((attempt) => paymentView(order, attempt)) };
      }),
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
    case 'create_409':
      throw orderExists();
    case 'create_422':
      throw idempotencyKeyReused();
    case 'create_429':
      exchange.response.setHeader('x-ratelimit-retry', String(fault.retry_after ?? 1));
      throw tooManyRequests();
    case 'create_html':
      answerHtml(exchange);
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
