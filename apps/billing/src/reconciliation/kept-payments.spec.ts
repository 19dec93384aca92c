import { describe, expect, it } from '@jest/globals';
import type { ProviderPayment, ProviderRefund } from '../cashfree/payment-provider.js';
import { keptPayments } from './kept-payments.js';

const payment = (cf_payment_id: string, payment_amount = 49): ProviderPayment => ({
  cf_payment_id,
  payment_status: 'SUCCESS',
  payment_amount,
  payment_currency: 'INR',
  message: null,
  payment_group: 'upi',
  bank_reference: null,
  paid_at: null,
});

const refund = (cf_payment_id: string, refund_amount: number, refund_status = 'SUCCESS'): ProviderRefund => ({
  refund_id: 'r',
  cf_refund_id: '1',
  cf_payment_id,
  refund_amount,
  refund_currency: 'INR',
  refund_status,
  refund_type: 'PAYMENT_AUTO_REFUND',
});

const kept = (payments: ProviderPayment[], refunds: ProviderRefund[]): string[] =>
  keptPayments(payments, refunds).map(({ cf_payment_id }) => cf_payment_id);

describe('a payment', () => {
  it.each<[string, ProviderRefund[], boolean]>([
    ['is kept when nothing went back', [], true],
    ['is kept when a part went back', [refund('a', 48.99)], true],
    ['is kept when its return failed', [refund('a', 49, 'FAILED'), refund('a', 49, 'CANCELLED')], true],
    ['is kept when another one went back', [refund('b', 49)], true],
    ['is not kept when all of it went back', [refund('a', 49)], false],
    ['is not kept while all of it is on its way back', [refund('a', 49, 'PENDING')], false],
    ['is not kept when it went back in parts', [refund('a', 19.1), refund('a', 29.9)], false],
  ])('%s', (_what, refunds, isKept) => {
    expect(kept([payment('a')], refunds)).toEqual(isKept ? ['a'] : []);
  });

  it('is judged by its own returns, in the order in which they were made', () => {
    expect(kept([payment('a'), payment('b'), payment('c')], [refund('b', 49)])).toEqual(['a', 'c']);
  });

  it('without an amount is kept, to be looked at by a human', () => {
    expect(kept([payment('a', Number.NaN)], [])).toEqual(['a']);
  });
});
