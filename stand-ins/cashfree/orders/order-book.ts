import { randomUUID } from 'node:crypto';
import { orderExists, orderNotFound } from '../cashfree-errors.js';
import { newCfId } from '../cf-id.js';
import type { Attempt, Order, OrderRequest, PaymentStatus, Refund } from './order.js';

/** All orders since the start, in memory. */
export class OrderBook {
  private readonly orders = new Map<string, Order>();

  /** @throws HttpError 409 when there has ever been an order of this id */
  open(request: OrderRequest): Order {
    if (this.orders.has(request.order_id)) throw orderExists();
    const order: Order = {
      ...request,
      cf_order_id: newCfId(),
      payment_session_id: `session_${randomUUID().replaceAll('-', '')}`,
      created_at: Date.now(),
      attempts: [],
      refunds: [],
    };
    this.orders.set(order.order_id, order);
    return order;
  }

  /** @throws HttpError 404 */
  find(order_id: string): Order {
    const order = this.orders.get(order_id);
    if (order === undefined) throw orderNotFound();
    return order;
  }

  findBySession(payment_session_id: string): Order | undefined {
    return [...this.orders.values()].find((order) => order.payment_session_id === payment_session_id);
  }

  /** @param late whether it does not pay the order, because that was over */
  recordAttempt(order_id: string, payment_status: PaymentStatus, late = false): Attempt {
    const ids = { cf_payment_id: newCfId(), bank_reference: newCfId() };
    const attempt = { ...ids, payment_status, at: Date.now(), late };
    this.change(order_id, ({ attempts }) => ({ attempts: [...attempts, attempt] }));
    return attempt;
  }

  recordRefund(order_id: string, refund: Refund): void {
    this.change(order_id, ({ refunds }) => ({
      refunds: [...refunds.filter(({ refund_id }) => refund_id !== refund.refund_id), refund],
    }));
  }

  /** Ends an order that nobody has paid. */
  terminate(order_id: string): void {
    this.change(order_id, () => ({ terminated: true }));
  }

  /** Lets the order's time be over now. */
  expire(order_id: string): void {
    this.change(order_id, () => ({ expires_at: Date.now() }));
  }

  private change(order_id: string, changes: (order: Order) => Partial<Order>): void {
    const order = this.find(order_id);
    this.orders.set(order_id, { ...order, ...changes(order) });
  }
}
