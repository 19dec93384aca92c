import { describe, expect, it } from '@jest/globals';
import { parseOrder, parsePayment } from './cashfree-answers.js';

describe('an order of Cashfree', () => {
  it('is read', () => {
    const answer = {
      cf_order_id: 2149460581,
      order_id: 'saathi_1',
      order_status: 'ACTIVE',
      order_amount: 49,
      order_currency: 'INR',
      payment_session_id: 'session_x',
      customer_details: {},
    };
    expect(parseOrder(answer)).toEqual({
      cf_order_id: '2149460581',
      order_status: 'ACTIVE',
      order_amount: 49,
      order_currency: 'INR',
      payment_session_id: 'session_x',
    });
  });

  it.each([null, undefined, 'html', 7, [], {}])('that is %j grants nothing and throws nothing', (answer) => {
    expect(parseOrder(answer)).toEqual({
      cf_order_id: '',
      order_status: '',
      order_amount: Number.NaN,
      order_currency: '',
      payment_session_id: null,
    });
  });
});

describe('a payment of Cashfree', () => {
  it('is read', () => {
    expect(
      parsePayment({
        cf_payment_id: 12376123,
        payment_status: 'SUCCESS',
        payment_amount: '49.00',
        payment_currency: 'INR',
        payment_group: 'upi',
        payment_message: '00::Transaction success',
        bank_reference: 234928698581,
        payment_time: '2026-01-15T11:16:10+05:30',
      }),
    ).toEqual({
      cf_payment_id: '12376123',
      payment_status: 'SUCCESS',
      payment_amount: 49,
      payment_currency: 'INR',
      payment_group: 'upi',
      message: '00::Transaction success',
      bank_reference: '234928698581',
      paid_at: new Date('2026-01-15T05:46:10Z'),
    });
  });

  it.each(['yesterday', '', null])(
    'that was made at %j was made at no time that is known',
    (payment_time) => {
      expect(parsePayment({ payment_time })).toMatchObject({ paid_at: null });
    },
  );

  it.each([null, 'html', [], {}])('that is %j is no success', (answer) => {
    expect(parsePayment(answer)).toMatchObject({ payment_status: '', payment_amount: Number.NaN });
  });
});
