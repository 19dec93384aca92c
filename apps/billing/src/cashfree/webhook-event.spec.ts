import { describe, expect, it } from '@jest/globals';
import { readWebhook } from './webhook-event.js';

const payment = (changes: object = {}, type = 'PAYMENT_SUCCESS_WEBHOOK'): object => ({
  data: {
    order: { order_id: 'saathi_1', order_amount: 49, order_currency: 'INR', order_tags: null },
    payment: {
      cf_payment_id: '975677711',
      payment_status: 'SUCCESS',
      payment_amount: 49,
      payment_currency: 'INR',
      ...changes,
    },
    customer_details: { customer_email: 'asha@example.com' },
  },
  event_time: '2026-01-01T12:00:00+05:30',
  type,
});

const read = (event: unknown): ReturnType<typeof readWebhook> =>
  readWebhook(Buffer.from(JSON.stringify(event)));

describe('a payment webhook', () => {
  it('is read, and nothing of the customer with it', () => {
    expect(read(payment())).toEqual({
      kind: 'payment',
      type: 'PAYMENT_SUCCESS_WEBHOOK',
      order_id: 'saathi_1',
      order_amount: 49,
      order_currency: 'INR',
      cf_payment_id: '975677711',
      payment_status: 'SUCCESS',
      payment_amount: 49,
      payment_currency: 'INR',
      message: null,
      payment_group: null,
      bank_reference: null,
      paid_at: null,
    });
  });

  it.each(['PAYMENT_FAILED_WEBHOOK', 'PAYMENT_USER_DROPPED_WEBHOOK'])('may be a %s', (type) => {
    expect(read(payment({}, type))).toMatchObject({ kind: 'payment', type });
  });

  it.each([
    [
      'an id that is a number, as in older versions',
      { cf_payment_id: 975677711 },
      { cf_payment_id: '975677711' },
    ],
    ['an amount that is text', { payment_amount: '49.00' }, { payment_amount: 49 }],
    ['no amount', { payment_amount: undefined }, { payment_amount: Number.NaN }],
    ['an amount that is null', { payment_amount: null }, { payment_amount: Number.NaN }],
    ['an amount that is a list', { payment_amount: [49] }, { payment_amount: Number.NaN }],
    ['no status', { payment_status: undefined }, { payment_status: '' }],
  ])('is read with %s', (_what, changes, expected) => {
    expect(read(payment(changes))).toMatchObject({ kind: 'payment', ...expected });
  });

  it('is read with an amount of two decimals, as Cashfree writes it', () => {
    const text = JSON.stringify(payment()).replace('"order_amount":49', '"order_amount":170.00');
    expect(readWebhook(Buffer.from(text))).toMatchObject({ order_amount: 170 });
  });

  it('whose amount is empty text has none', () => {
    expect(read(payment({ payment_amount: '' }))).toMatchObject({ payment_amount: Number.NaN });
  });
});

describe('a refund webhook', () => {
  const refund = {
    cf_refund_id: 1553338,
    cf_payment_id: 789727431,
    refund_id: 'rf1',
    order_id: 'saathi_1',
    refund_amount: 49,
    refund_currency: 'INR',
    refund_type: 'MERCHANT_INITIATED',
    refund_status: 'SUCCESS',
  };

  it('is read, though its ids are numbers', () => {
    expect(read({ type: 'REFUND_STATUS_WEBHOOK', data: { refund } })).toEqual({
      kind: 'refund',
      type: 'REFUND_STATUS_WEBHOOK',
      ...refund,
      cf_refund_id: '1553338',
      cf_payment_id: '789727431',
    });
  });

  it('of a refund that Cashfree made of itself has an id made of its own, and may lack the order', () => {
    const { refund_id: _id, order_id: _order, ...auto_refund } = refund;
    expect(read({ type: 'AUTO_REFUND_STATUS_WEBHOOK', data: { auto_refund } })).toMatchObject({
      kind: 'refund',
      order_id: null,
      refund_id: 'auto_1553338',
      cf_payment_id: '789727431',
    });
  });
});

describe('what need not be acted on', () => {
  it.each<[string, unknown, object]>([
    [
      'a test event',
      { type: 'WEBHOOK', data: { test_object: { test_key: 'x' } } },
      { type: 'WEBHOOK', order_id: null },
    ],
    [
      'a refund without an id',
      { type: 'REFUND_STATUS_WEBHOOK', data: { refund: { order_id: 'o' } } },
      { type: 'REFUND_STATUS_WEBHOOK' },
    ],
    ['an unknown type', payment({}, 'SOMETHING_NEW'), { type: 'SOMETHING_NEW', order_id: 'saathi_1' }],
    ['a payment without an id', payment({ cf_payment_id: null }), { order_id: 'saathi_1' }],
    ['a payment whose id is empty', payment({ cf_payment_id: '' }), { order_id: 'saathi_1' }],
    [
      'a refund whose id is empty',
      { type: 'REFUND_STATUS_WEBHOOK', data: { refund: { order_id: 'o', cf_refund_id: '' } } },
      { type: 'REFUND_STATUS_WEBHOOK' },
    ],
    [
      'a payment without an order',
      { type: 'PAYMENT_SUCCESS_WEBHOOK', data: { payment: { cf_payment_id: '1' } } },
      { order_id: null },
    ],
    ['an event without a type', { data: {} }, { type: null, order_id: null }],
    ['an event whose type is an object', { type: {}, data: [] }, { type: null, order_id: null }],
    ['an event without data', { type: 'PAYMENT_SUCCESS_WEBHOOK' }, { order_id: null }],
    ['an empty object', {}, { type: null, order_id: null }],
  ])('is %s', (_what, event, expected) => {
    expect(read(event)).toMatchObject({ kind: 'other', ...expected });
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['no JSON', Buffer.from('hello')],
    ['a list', Buffer.from('[]')],
    ['null', Buffer.from('null')],
    ['a number', Buffer.from('7')],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    [
      'an event with a byte that is no text',
      Buffer.concat([Buffer.from('{"type":"x'), Buffer.from([0xff]), Buffer.from('"}')]),
    ],
    ['half of an event', Buffer.from(JSON.stringify(payment()).slice(0, 50))],
    ['fifty thousand brackets', Buffer.from('['.repeat(50_000))],
  ])('is unreadable when it is %s', (_what, raw) => {
    expect(readWebhook(raw)).toEqual({ kind: 'unreadable', type: null, order_id: null });
  });
});
