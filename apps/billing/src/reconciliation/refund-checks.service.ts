import { Injectable, Logger } from '@nestjs/common';
import { PaymentProvider, type ProviderRefund } from '../cashfree/payment-provider.js';
import { TokenBucket } from '../cashfree/token-bucket.js';
import { RefundsService } from '../refunds/refunds.service.js';
import { nextRefundCheckAt } from './next-refund-check.js';
import { RefundChecksRepository, type PaidOrder } from './refund-checks.repository.js';

/** Cashfree allows 30: some are left to those that we made ourselves. */
const CALLS_PER_MINUTE = 20;

/** Asks the provider for refunds that others made, in its dashboard or by a bank, and whose webhook was lost. */
@Injectable()
export class RefundChecksService {
  private readonly log = new Logger(RefundChecksService.name);
  private readonly bucket = new TokenBucket(CALLS_PER_MINUTE);

  constructor(
    private readonly orders: RefundChecksRepository,
    private readonly provider: PaymentProvider,
    private readonly refunds: RefundsService,
  ) {}

  /** Asks about the orders whose time has come, as many as the limit allows. */
  async checkDue(): Promise<void> {
    const atMost = this.bucket.available();
    if (atMost === 0) return;
    for (const order of await this.orders.takeDue(atMost)) {
      await this.check(order).catch((error: unknown) => {
        this.log.warn('refunds could not be checked', { order_id: order.cashfree_order_id }, error);
      });
    }
  }

  /**
   * Asks for the refunds of an order now and notes how they stand.
   * @throws DomainError `payment_provider_unavailable`
   */
  async askNow(orderId: string): Promise<ProviderRefund[]> {
    this.bucket.take();
    const refunds = await this.provider.listRefunds(orderId);
    for (const refund of refunds) await this.refunds.told(orderId, refund);
    return refunds;
  }

  private async check({ cashfree_order_id, paid_at }: PaidOrder): Promise<void> {
    await this.askNow(cashfree_order_id);
    await this.orders.settle(cashfree_order_id, nextRefundCheckAt(paid_at, new Date()));
  }
}
