import { Injectable } from '@nestjs/common';
import { PaymentProvider, type ProviderOrder, type ProviderPayment } from '../cashfree/payment-provider.js';
import { GrantsRepository } from '../grants/grants.repository.js';
import { GrantsService } from '../grants/grants.service.js';
import { keptPayments } from './kept-payments.js';
import { RefundChecksService } from './refund-checks.service.js';

const ENDED = ['EXPIRED', 'TERMINATED'];

export const hasEnded = ({ order_status }: ProviderOrder): boolean => ENDED.includes(order_status);

/** What the provider says that was paid of an order, told to whoever grants. */
@Injectable()
export class ListedPayments {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly grants: GrantsService,
    private readonly attempts: GrantsRepository,
    private readonly refunds: RefundChecksService,
  ) {}

  /**
   * @returns whether there was a payment that was kept, which it is then of no use to ask about again
   * @throws DomainError `payment_provider_unavailable`
   */
  async accept(orderId: string, order: ProviderOrder): Promise<boolean> {
    const payments = await this.provider.listPayments(orderId);
    for (const payment of payments) await this.attempts.recordAttempt(orderId, payment);
    // Oldest first, as they were made: the first one buys, whatever comes after it is one too many.
    const made = payments.filter(({ payment_status }) => payment_status === 'SUCCESS').toReversed();
    const kept = hasEnded(order) ? await this.withoutReturned(orderId, made) : made;
    const { order_amount, order_currency } = order;
    for (const payment of kept)
      await this.grants.succeeded(orderId, { ...payment, order_amount, order_currency }, true);
    return kept.length > 0;
  }

  /** What came when an order was over is given back by Cashfree, sooner or later. */
  private async withoutReturned(orderId: string, late: ProviderPayment[]): Promise<ProviderPayment[]> {
    if (late.length === 0) return late;
    return keptPayments(late, await this.refunds.askNow(orderId));
  }
}
