import type { OrderBook } from '../orders/order-book.js';
import type { CashfreeFaults } from '../cashfree-faults.js';
import { refundPayload } from '../webhooks/webhook-payloads.js';
import type { WebhookOutbox } from '../webhooks/webhook-outbox.js';
import type { Refund } from '../orders/order.js';

/** Takes refunds in and carries them out a moment later, as a bank would. */
export class RefundDesk {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly orders: OrderBook,
    private readonly outbox: WebhookOutbox,
    private readonly takesMs: number,
    private readonly faults: CashfreeFaults,
  ) {}

  accept(order_id: string, refund: Refund): void {
    this.orders.recordRefund(order_id, refund);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.carryOut(order_id, refund);
    }, this.takesMs);
    this.timers.add(timer);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private carryOut(order_id: string, refund: Refund): void {
    const refund_status = this.faults.take(['refund_fails']) === undefined ? 'SUCCESS' : 'FAILED';
    const done: Refund = { ...refund, refund_status, processed_at: Date.now() };
    this.orders.recordRefund(order_id, done);
    const order = this.orders.find(order_id);
    this.outbox.announce(order, refundPayload(order, done));
  }
}
