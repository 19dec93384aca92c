import { Injectable, Logger } from '@nestjs/common';
import { events, PaymentStatus } from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { PaymentProvider } from '../cashfree/payment-provider.js';
import type { ProvenPayment } from './decide-grant.js';
import { PaymentsRepository } from './payments.repository.js';

const PAID = 'PAID';
const CLOSED = ['EXPIRED', 'TERMINATED'];
const SUCCESS = 'SUCCESS';

/** From what the provider says to what a person has: the one place where money becomes a pass. */
@Injectable()
export class GrantsService {
  private readonly log = new Logger(GrantsService.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly provider: PaymentProvider,
    private readonly events: EventPublisher,
  ) {}

  /** A payment was made. Told twice, or late, it changes nothing more. */
  async succeeded(orderId: string, proven: ProvenPayment): Promise<void> {
    const outcome = await this.payments.recordSuccess(orderId, proven);
    if (!outcome.granted) {
      if (outcome.reason !== 'already_granted')
        this.log.warn('payment granted nothing', { order_id: orderId, reason: outcome.reason });
      return;
    }
    const { payment_id, user_id, subscription_id, plan_type, start_date, end_date } = outcome;
    this.log.log('pass granted', { payment_id, subscription_id, plan_type });
    const period = { start_date: start_date.toISOString(), end_date: end_date.toISOString() };
    this.events.announce(
      events.subscriptionActivated,
      { user_id, subscription_id, plan_type, ...period },
      subscription_id,
    );
    this.tellMoved(payment_id, user_id, PaymentStatus.Success);
  }

  /** One try to pay failed; the order may still be paid. */
  async failed(orderId: string): Promise<void> {
    const payment = await this.payments.recordFailure(orderId);
    if (payment !== undefined) this.tellMoved(payment.id, payment.user_id, PaymentStatus.Failed);
  }

  /**
   * Asks the provider how an order stands, and acts on it.
   * @throws DomainError `payment_provider_unavailable`
   */
  async reconcile(orderId: string): Promise<void> {
    await this.payments.markChecked(orderId);
    const order = await this.provider.findOrder(orderId);
    if (order === undefined) return;
    if (order.order_status === PAID) {
      const made = (await this.provider.listPayments(orderId)).find(
        ({ payment_status }) => payment_status === SUCCESS,
      );
      if (made !== undefined) {
        await this.succeeded(orderId, {
          ...made,
          order_amount: order.order_amount,
          order_currency: order.order_currency,
        });
      }
    } else if (CLOSED.includes(order.order_status)) {
      await this.failed(orderId);
    }
    await this.payments.settleOrder(
      orderId,
      order.order_status,
      [PAID, ...CLOSED].includes(order.order_status),
    );
  }

  private tellMoved(payment_id: string, user_id: string, status: PaymentStatus): void {
    this.events.announce(events.paymentUpdated, { user_id, payment_id, status }, `${payment_id}:${status}`);
  }
}
