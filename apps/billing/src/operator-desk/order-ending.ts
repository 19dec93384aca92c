import { Injectable } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import { PaymentProvider } from '../cashfree/payment-provider.js';
import { ReconciliationService } from '../reconciliation/reconciliation.service.js';
import type { OrderRow } from './operator-desk.sql.js';

/** Orders that are ended or asked about at the provider because an operator says so. */
@Injectable()
export class OrderEnding {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly reconciliation: ReconciliationService,
  ) {}

  /** Has nobody able to pay the order any more. @throws DomainError `validation_failed`, `payment_provider_unavailable` */
  async end({ cashfree_order_id, status }: OrderRow): Promise<void> {
    const ended = status === 'success' ? undefined : await this.provider.endOrder(cashfree_order_id);
    // What became of it is asked, not believed: it may have been paid at this very moment.
    await this.reconciliation.askNow(cashfree_order_id);
    if (ended === undefined) {
      const message = 'it is paid or over';
      throw new DomainError('validation_failed', `The order cannot be cancelled: ${message}.`, {
        errors: [{ path: '', message }],
      });
    }
  }

  /** @throws DomainError `payment_provider_unavailable` */
  async check({ cashfree_order_id }: OrderRow): Promise<void> {
    await this.reconciliation.askNow(cashfree_order_id);
  }
}
