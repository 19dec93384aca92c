import { readJsonObject, type Exchange } from '../../http-server.js';
import type { ApiRoute } from '../api/api-door.js';
import type { ApiAnswer } from '../api/idempotency.js';
import { idempotencyKeyReused, internalError, orderExists, tooManyRequests } from '../cashfree-errors.js';
import { CREATE_FAULTS, type CashfreeFaults } from '../cashfree-faults.js';
import type { OrderBook } from './order-book.js';
import { readOrderRequest } from './order-rules.js';
import { orderView } from './order-view.js';
import { answerHtml } from './readable.js';

/** Opens an order, or fails to in the way that was switched on. */
export const openOrder = (
  orders: OrderBook,
  faults: CashfreeFaults,
  shortestLifeMs: number,
): ApiRoute['answer'] => {
  const open = (exchange: Exchange): ApiAnswer => {
    const order = orders.open(readOrderRequest(readJsonObject(exchange), shortestLifeMs));
    return { status: 200, body: orderView(order, faults) };
  };
  return async (exchange) => {
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
};
