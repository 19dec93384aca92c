import { describe, expect, it } from '@jest/globals';
import { decideGrant, type ProvenPayment } from './decide-grant.js';
import type { LockedPayment } from './grants.sql.js';

const order = (given: Partial<LockedPayment> = {}): LockedPayment => ({
  id: 'p',
  user_id: 'u',
  status: 'pending',
  plan_type: 'daily',
  cashfree_payment_id: null,
  subscription_id: null,
  amount: '49.00',
  duration_seconds: 86_400,
  ...given,
});

const paid = (given: Partial<ProvenPayment> = {}): ProvenPayment => ({
  cf_payment_id: 'cf-1',
  order_amount: 49,
  order_currency: 'INR',
  payment_amount: 49,
  payment_currency: 'INR',
  ...given,
});

describe('a payment buys its pass', () => {
  it.each<[string, Partial<LockedPayment>, Partial<ProvenPayment>]>([
    ['when all is as ordered', {}, {}],
    ['after a try that failed', { status: 'failed' }, {}],
    ['when more was paid, by a surcharge', {}, { payment_amount: 50.5 }],
    [
      'with paise that binary numbers cannot hold',
      { amount: '199.10' },
      { order_amount: 199.1, payment_amount: 199.1 },
    ],
    [
      'when a sum of floats is a hair beside it',
      { amount: '0.30' },
      { order_amount: 0.1 + 0.2, payment_amount: 0.3 },
    ],
    [
      'at the price of its order, whatever it costs today',
      { amount: '39.00' },
      { order_amount: 39, payment_amount: 39 },
    ],
  ])('%s', (_when, locked, proven) => {
    expect(decideGrant(order(locked), paid(proven), 0)).toBeUndefined();
  });
});

describe('a payment buys nothing', () => {
  it.each<[string, string, Partial<LockedPayment>, Partial<ProvenPayment>]>([
    ['already_granted', 'told twice', { status: 'success', cashfree_payment_id: 'cf-1' }, {}],
    ['duplicate_payment', 'made twice', { status: 'success', cashfree_payment_id: 'cf-0' }, {}],
    ['currency_mismatch', 'in another currency', {}, { payment_currency: 'USD' }],
    ['currency_mismatch', 'for an order in another currency', {}, { order_currency: 'USD' }],
    ['currency_mismatch', 'without a currency', {}, { payment_currency: '' }],
    ['amount_mismatch', 'for a cheaper order', {}, { order_amount: 48.99 }],
    ['amount_mismatch', 'for a dearer order', {}, { order_amount: 49.01 }],
    ['amount_mismatch', 'of a rupee', {}, { order_amount: 1, payment_amount: 1 }],
    ['amount_mismatch', 'of a paisa less', {}, { payment_amount: 48.99 }],
    ['amount_mismatch', 'of nothing', {}, { payment_amount: 0 }],
    ['amount_mismatch', 'of no number', {}, { payment_amount: Number.NaN }],
    ['amount_mismatch', 'for an order of no number', {}, { order_amount: Number.NaN }],
    ['amount_mismatch', 'below nothing', {}, { payment_amount: -49 }],
    [
      'amount_mismatch',
      'for an order whose amount cannot be read',
      { amount: '' },
      { order_amount: Number.NaN },
    ],
  ])('(%s) when it is %s', (reason, _what, locked, proven) => {
    expect(decideGrant(order(locked), paid(proven), 0)).toBe(reason);
  });

  it('when all of it has gone back before it was told of', () => {
    expect(decideGrant(order(), paid(), 4900)).toBe('already_refunded');
    expect(decideGrant(order(), paid(), 4899)).toBeUndefined();
  });
});
