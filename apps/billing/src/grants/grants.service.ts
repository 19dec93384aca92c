import { Injectable, Logger } from '@nestjs/common';
import { PaymentStatus } from '@saathi/contracts';
import { paymentsRefused } from '@saathi/platform';
import { Announcements } from '../announcements/announcements.service.js';
import { RefundsService } from '../refunds/refunds.service.js';
import type { ProvenPayment } from './decide-grant.js';
import { GrantsRepository, type Grant, type GrantOutcome } from './grants.repository.js';

/** From what the provider says to what a person has: the one place where money becomes a pass. */
@Injectable()
export class GrantsService {
  private readonly log = new Logger(GrantsService.name);

  constructor(
    private readonly grants: GrantsRepository,
    private readonly refunds: RefundsService,
    private readonly announcements: Announcements,
  ) {}

  /**
   * A payment was made. Told twice, or late, it changes nothing more.
   * @param isAnswer whether the provider said so when it was asked, rather than in a webhook
   */
  async succeeded(orderId: string, proven: ProvenPayment, isAnswer: boolean): Promise<void> {
    const outcome = await this.grants.recordSuccess(orderId, proven, isAnswer);
    if (outcome.granted) this.tellGranted(outcome);
    else if (outcome.reason !== 'already_granted') await this.tellRefused(orderId, outcome);
  }

  /** One try to pay failed; the order may still be paid. */
  async failed(orderId: string): Promise<void> {
    const payment = await this.grants.recordFailure(orderId);
    if (payment !== undefined)
      this.announcements.paymentMoved(payment.id, payment.user_id, PaymentStatus.Failed);
  }

  tellGranted({ payment_id, user_id, subscription_id, plan_type, start_date, end_date }: Grant): void {
    this.log.log('pass granted', { payment_id, subscription_id, plan_type });
    const period = { start_date: start_date.toISOString(), end_date: end_date.toISOString() };
    this.announcements.passGranted({ user_id, subscription_id, plan_type, ...period });
    this.announcements.paymentMoved(payment_id, user_id, PaymentStatus.Success);
  }

  private async tellRefused(
    orderId: string,
    { reason, payment, refund_id }: Exclude<GrantOutcome, Grant>,
  ): Promise<void> {
    this.log.warn('payment granted nothing', { order_id: orderId, reason });
    paymentsRefused.inc({ reason });
    if (reason === 'already_refunded' && payment !== undefined)
      this.announcements.paymentMoved(payment.id, payment.user_id, PaymentStatus.Success);
    if (refund_id !== undefined) await this.refunds.carryOut(refund_id);
  }
}
