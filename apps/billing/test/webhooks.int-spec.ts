import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startCashfreeStandIn, type CashfreeStandIn } from '../../../stand-ins/cashfree/cashfree-stand-in.js';
import { startBilling, type RunningBilling } from './running-billing.js';
import { Shopper } from './shopper.js';
import { WebhookDoor } from './webhook-door.js';

const door = new WebhookDoor();
let database: TestDatabase;
let nats: TestNats;
let cashfree: CashfreeStandIn;
let billing: RunningBilling;

beforeAll(async () => {
  const webhook_url = await door.open();
  [database, nats, cashfree] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startCashfreeStandIn({ webhook_url }),
  ]);
  billing = await startBilling({
    ...database.environmentOf('billing'),
    ...nats.environmentOf('billing'),
    CASHFREE_BASE_URL: cashfree.base_url,
  });
  door.rpc = billing.rpc;
});

afterEach(() => fetch(`${cashfree.url}/__faults`, { method: 'DELETE' }));

afterAll(async () => {
  await billing.stop();
  await Promise.all([database.drop(), nats.stop(), cashfree.close(), door.close()]);
});

const newShopper = async (): Promise<Shopper> =>
  new Shopper(billing.rpc, cashfree.url, (await create.user(database)).id);

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${cashfree.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

interface Pass {
  readonly start_date: Date;
  readonly end_date: Date;
}

const passesOf = ({ user_id }: Shopper): Promise<Pass[]> =>
  database.rows('SELECT start_date, end_date FROM subscriptions WHERE user_id = $1 ORDER BY start_date', [
    user_id,
  ]);

const statusOf = async ({ id }: PaymentView): Promise<string> =>
  (await database.row('SELECT status FROM payments WHERE id = $1', [id])).status;

const becomes = (payment: PaymentView, status: string): Promise<void> =>
  eventually(async () => {
    expect(await statusOf(payment)).toBe(status);
  });

const reviewOf = async ({ id }: PaymentView): Promise<string | null> =>
  (await database.row('SELECT review_reason FROM billing_orders WHERE payment_id = $1', [id])).review_reason;

const inboxOf = ({
  cashfree_order_id,
}: PaymentView): Promise<{ status: string; reason: string | null; receipts: number }[]> =>
  database.rows(
    'SELECT status, reason, receipts FROM payment_events WHERE cashfree_order_id = $1 ORDER BY received_at',
    [cashfree_order_id],
  );

/** Nothing of this payment was bought. */
const boughtNothing = async (by: Shopper, payment: PaymentView, status = 'pending'): Promise<void> => {
  expect([await passesOf(by), await statusOf(payment)]).toEqual([[], status]);
};

describe('a payment that is made', () => {
  it('buys its pass, and that is told', async () => {
    const by = await newShopper();
    const payment = await by.open('weekly');
    await by.press(payment, 'pay');
    await becomes(payment, 'success');
    const [pass] = await passesOf(by);
    expect(Number(pass?.end_date) - Number(pass?.start_date)).toBe(168 * 3_600_000);
    expect(Math.abs(Number(pass?.start_date) - Date.now())).toBeLessThan(5000);
    expect(await database.row('SELECT premium_user FROM users WHERE id = $1', [by.user_id])).toEqual({
      premium_user: true,
    });
    const { subscription_id } = await by.look(payment.id);
    await eventually(() => {
      const told = billing.told.filter(({ user_id }) => user_id === by.user_id);
      expect(told.map(({ subject, payload }) => [subject, payload])).toEqual(
        expect.arrayContaining([
          ['event.payment.updated', { user_id: by.user_id, payment_id: payment.id, status: 'success' }],
          [
            'event.subscription.activated',
            {
              user_id: by.user_id,
              subscription_id,
              plan_type: 'weekly',
              start_date: pass?.start_date.toISOString(),
              end_date: pass?.end_date.toISOString(),
            },
          ],
        ]),
      );
    });
    expect(await inboxOf(payment)).toEqual([{ status: 'processed', reason: null, receipts: 1 }]);
  });

  it('buys one pass, though it is told twenty times at once', async () => {
    const by = await newShopper();
    const payment = await by.open();
    const statuses = await by.webhook(payment, { times: 20, concurrent: true });
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await passesOf(by)).toHaveLength(1);
    expect(await inboxOf(payment)).toEqual([{ status: 'processed', reason: null, receipts: 20 }]);
  });

  it('buys one pass, though it is told again under another idempotency key and another time', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await becomes(payment, 'success');
    for (const idempotency_key of ['one', 'two'])
      expect(
        await by.webhook(payment, { idempotency_key, overrides: { event_time: idempotency_key } }),
      ).toEqual([200]);
    expect(await passesOf(by)).toHaveLength(1);
    expect(await reviewOf(payment)).toBeNull();
  });

  it('a second time for the same order is left for a human, and changes nothing', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await becomes(payment, 'success');
    await by.webhook(payment, { overrides: { data: { payment: { cf_payment_id: '1' } } } });
    expect(await passesOf(by)).toHaveLength(1);
    expect(await reviewOf(payment)).toBe('duplicate_payment');
  });

  it('for two orders buys two passes, back to back, without a gap', async () => {
    const by = await newShopper();
    const payments = [await by.open('daily'), await by.open('weekly')];
    for (const payment of payments) {
      await by.press(payment, 'pay');
      await becomes(payment, 'success');
    }
    const [first, second] = await passesOf(by);
    expect(second?.start_date).toEqual(first?.end_date);
    expect(Number(second?.end_date) - Number(first?.start_date)).toBe((24 + 168) * 3_600_000);
  });

  it('for five orders at the same moment buys five days', async () => {
    const by = await newShopper();
    const payments: PaymentView[] = [];
    for (let n = 0; n < 5; n += 1) payments.push(await by.open('daily'));
    await Promise.all(payments.map((payment) => by.webhook(payment, {})));
    const passes = await passesOf(by);
    expect(passes).toHaveLength(5);
    expect(Number(passes[4]?.end_date) - Number(passes[0]?.start_date)).toBe(5 * 24 * 3_600_000);
    for (const [n, pass] of passes.slice(1).entries()) expect(pass.start_date).toEqual(passes[n]?.end_date);
  });

  it('after a pass that has ended begins now', async () => {
    const by = await newShopper();
    await create.pass(database, { user_id: by.user_id, starts_in: -7200, lasts: 3600 });
    const payment = await by.open();
    await by.press(payment, 'pay');
    await becomes(payment, 'success');
    const [, bought] = await passesOf(by);
    expect(Math.abs(Number(bought?.start_date) - Date.now())).toBeLessThan(5000);
  });
});

describe('a try to pay that comes to nothing', () => {
  it.each([
    ['fails', 'fail'],
    ['is given up', 'drop'],
  ] as const)('leaves the order payable when it %s', async (_how, ending) => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, ending);
    await becomes(payment, 'failed');
    await eventually(() => {
      expect(billing.told.map(({ payload }) => payload)).toContainEqual({
        user_id: by.user_id,
        payment_id: payment.id,
        status: 'failed',
      });
    });
    await by.press(payment, 'pay');
    await becomes(payment, 'success');
    expect(await passesOf(by)).toHaveLength(1);
  });

  it('changes nothing when it is told after the success', async () => {
    await switchOn({ mode: 'reorder_webhooks', times: 1 });
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'fail');
    await by.press(payment, 'pay');
    await eventually(async () => {
      expect(await inboxOf(payment)).toHaveLength(2);
      expect(await statusOf(payment)).toBe('success');
    });
    expect(await passesOf(by)).toHaveLength(1);
  });
});

describe('a webhook', () => {
  it.each([
    ['with another signature', { signature: 'wrong' }],
    ['without a signature', { signature: 'missing' }],
    ['that signs its body alone', { signature: 'body_only' }],
  ])('%s is refused, and leaves no trace', async (_how, wish) => {
    const by = await newShopper();
    const payment = await by.open();
    expect(await by.webhook(payment, wish)).toEqual([401]);
    await boughtNothing(by, payment);
    expect(await inboxOf(payment)).toEqual([]);
  });

  it.each([
    ['two hours old', -7_200_000],
    ['from ten minutes ahead', 600_000],
  ])('%s is refused, kept, and has the order asked about', async (_how, timestamp_offset_ms) => {
    const by = await newShopper();
    const payment = await by.open();
    expect(await by.webhook(payment, { timestamp_offset_ms })).toEqual([401]);
    await boughtNothing(by, payment);
    expect(await inboxOf(payment)).toMatchObject([{ status: 'stale' }]);
    const order = await database.row(
      'SELECT next_check_at <= now() AS due FROM billing_orders WHERE payment_id = $1',
      [payment.id],
    );
    expect(order).toEqual({ due: true });
  });

  it('that was refused as stale is taken when it comes again in time', async () => {
    const by = await newShopper();
    const payment = await by.open();
    const money = { order_amount: 49, order_currency: 'INR', payment_amount: 49, payment_currency: 'INR' };
    const raw_body = JSON.stringify({
      type: 'PAYMENT_SUCCESS_WEBHOOK',
      data: {
        order: { order_id: payment.cashfree_order_id, ...money },
        payment: { cf_payment_id: '77', payment_status: 'SUCCESS', ...money },
      },
    });
    expect(await by.webhook(payment, { raw_body, timestamp_offset_ms: -7_200_000 })).toEqual([401]);
    expect(await by.webhook(payment, { raw_body })).toEqual([200]);
    await becomes(payment, 'success');
    expect(await inboxOf(payment)).toEqual([{ status: 'processed', reason: null, receipts: 2 }]);
  });

  it.each([
    ['a lower order amount', { order: { order_amount: 1 } }, 'amount_mismatch'],
    ['a higher order amount', { order: { order_amount: 99 } }, 'amount_mismatch'],
    ['a lower paid amount', { payment: { payment_amount: 48.99 } }, 'amount_mismatch'],
    ['no paid amount', { payment: { payment_amount: null } }, 'amount_mismatch'],
    ['another currency', { payment: { payment_currency: 'USD' } }, 'currency_mismatch'],
  ])('with %s buys nothing and is left for a human', async (_what, data, reason) => {
    const by = await newShopper();
    const payment = await by.open();
    expect(await by.webhook(payment, { overrides: { data } })).toEqual([200]);
    await boughtNothing(by, payment);
    expect(await reviewOf(payment)).toBe(reason);
  });

  it('with more paid than ordered buys the pass', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.webhook(payment, { overrides: { data: { payment: { payment_amount: 50.5 } } } });
    expect(await passesOf(by)).toHaveLength(1);
  });

  it('about an order that is not ours is taken, changes nothing, and is marked so', async () => {
    const by = await newShopper();
    const payment = await by.open();
    const foreign = { ...payment, cashfree_order_id: 'not_ours' };
    const overrides = { data: { order: { order_id: 'not_ours' } } };
    expect(await by.webhook(payment, { overrides })).toEqual([200]);
    await boughtNothing(by, payment);
    expect(await inboxOf(foreign)).toEqual([{ status: 'ignored', reason: 'unknown_order', receipts: 1 }]);
  });

  it.each([
    ['a test of the endpoint', { type: 'WEBHOOK' }, 'ignored'],
    ['a type that is new', { type: 'SOMETHING_NEW' }, 'ignored'],
    ['no JSON', { raw_body: 'hello' }, 'quarantined'],
    ['nothing', { raw_body: '' }, 'quarantined'],
    ['a list', { raw_body: '[[]]' }, 'quarantined'],
    [
      'NUL in its words',
      { raw_body: '{"type":"x\\u0000","data":{"order":{"order_id":"\\ud800"}}}' },
      'ignored',
    ],
  ])('that is %s, signed, is taken and changes nothing', async (_what, wish, status) => {
    const by = await newShopper();
    const payment = await by.open();
    expect(await by.webhook(payment, wish)).toEqual([200]);
    await boughtNothing(by, payment);
    const [newest] = await database.rows(
      'SELECT status FROM payment_events ORDER BY received_at DESC LIMIT 1',
    );
    expect(newest).toEqual({ status });
  });

  it('about an account that was deleted buys nothing, is not kept, and is for somebody to look at', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await database.rows('DELETE FROM users WHERE id = $1', [by.user_id]);
    expect(await by.webhook(payment, { type: 'PAYMENT_SUCCESS_WEBHOOK' })).toEqual([200]);
    const order = await database.row(
      'SELECT user_id, review_reason, provider_status FROM billing_orders WHERE cashfree_order_id = $1',
      [payment.cashfree_order_id],
    );
    expect(order).toEqual({ user_id: null, review_reason: 'user_deleted', provider_status: 'PAID' });
    const [kept] = await database.rows(
      'SELECT status, length(raw_body) AS bytes FROM payment_events WHERE cashfree_order_id = $1',
      [payment.cashfree_order_id],
    );
    expect(kept).toEqual({ status: 'processed', bytes: 0 });
  });

  it('is acted on later, when its process ended in between', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await becomes(payment, 'success');
    // As if the process had been killed after it had taken the webhook in, and before it acted on it.
    await database.rows(`UPDATE payments SET status = 'pending', subscription_id = NULL WHERE id = $1`, [
      payment.id,
    ]);
    await database.rows('DELETE FROM subscriptions WHERE user_id = $1', [by.user_id]);
    await database.rows(
      `UPDATE payment_events SET status = 'received', next_try_at = now() WHERE cashfree_order_id = $1`,
      [payment.cashfree_order_id],
    );
    await eventually(async () => {
      expect(await passesOf(by)).toHaveLength(1);
    }, 6000);
  }, 8000);
});
