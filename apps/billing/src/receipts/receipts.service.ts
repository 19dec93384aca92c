import { Injectable } from '@nestjs/common';
import { DomainError, type ReceiptView } from '@saathi/contracts';
import { paise, rupees } from '../grants/paise.js';
import { toRefundView } from '../refunds/refund-view.js';
import { RefundsRepository } from '../refunds/refunds.repository.js';
import { ReceiptsRepository } from './receipts.repository.js';

/** What was paid, for whoever has to show it. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly receipts: ReceiptsRepository,
    private readonly refunds: RefundsRepository,
  ) {}

  /** @throws DomainError `not_found` for a payment that was not made */
  async get(userId: string, paymentId: string): Promise<ReceiptView> {
    const row = await this.receipts.find(userId, paymentId);
    if (row === undefined) throw new DomainError('not_found', 'There is no receipt: nothing was paid.');
    const { start_date, end_date, ordered_at, paid_at, ...receipt } = row;
    const refunds = await this.refunds.listOfOrder(row.cashfree_order_id);
    const back = refunds.filter(({ status }) => status === 'SUCCESS');
    return {
      ...receipt,
      currency: 'INR',
      ordered_at: ordered_at.toISOString(),
      paid_at: paid_at.toISOString(),
      period:
        start_date === null || end_date === null
          ? null
          : { start_date: start_date.toISOString(), end_date: end_date.toISOString() },
      refunds: refunds.map(toRefundView),
      refunded_amount: rupees(back.reduce((sum, { amount }) => sum + paise(amount), 0)),
    };
  }
}
