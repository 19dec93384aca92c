import { Injectable, Logger } from '@nestjs/common';
import { Announcements } from '../announcements/announcements.service.js';
import { PaymentProvider, type ProviderRefund } from '../cashfree/payment-provider.js';
import { RefundsRepository, type EndedPass, type OperatorRefund } from './refunds.repository.js';

/** Shown to whoever looks at the refund at Cashfree. */
const NOTE = 'Saathi pass';

/** Money on its way back. */
@Injectable()
export class RefundsService {
  private readonly log = new Logger(RefundsService.name);

  constructor(
    private readonly refunds: RefundsRepository,
    private readonly provider: PaymentProvider,
    private readonly announcements: Announcements,
  ) {}

  /**
   * Pays back what an operator says. Once this answers it happens, if not now then by the sweep.
   * @throws DomainError `not_found`, `validation_failed`, `idempotency_key_reused`
   */
  async request(refund: OperatorRefund): Promise<void> {
    await this.carryOut(await this.refunds.request(refund));
  }

  /** A refund was told of, by a webhook or by the provider's answer. @returns whether the order is ours */
  async told(orderId: string | null, refund: ProviderRefund): Promise<boolean> {
    const outcome = await this.refunds.record(orderId, refund);
    if (outcome === 'unknown_order') return false;
    if (outcome.ended !== undefined) this.tellEnded(outcome.ended);
    return true;
  }

  /** Asks for a refund that was written down, or how it stands. What fails now is tried again by the sweep. */
  async carryOut(refundId: string): Promise<void> {
    try {
      await this.advance(refundId);
    } catch (error) {
      this.log.warn('refund goes on later', { refund_id: refundId }, error);
    }
  }

  /** Goes on with refunds whose time has come. */
  async advanceDue(): Promise<void> {
    for (const refundId of await this.refunds.takeDue()) await this.carryOut(refundId);
  }

  tellEnded({ user_id, subscription_id }: EndedPass): void {
    this.log.log('pass ended before its time', { subscription_id });
    this.announcements.passEnded(user_id, subscription_id);
  }

  private async advance(refund_id: string): Promise<void> {
    const refund = await this.refunds.find(refund_id);
    if (refund === undefined) return;
    const { cashfree_order_id: order_id, amount, status } = refund;
    const isNew = status === 'REQUESTED';
    const answer = isNew
      ? await this.provider.askRefund({ order_id, refund_id, amount, note: NOTE })
      : await this.provider.findRefund(order_id, refund_id);
    if (answer !== undefined) await this.told(order_id, answer);
    else if (isNew) {
      this.log.error('refund refused', { refund_id });
      await this.refunds.refuse(refund_id);
    }
  }
}
