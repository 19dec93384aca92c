import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { billingRpc, type PaymentPage, type PaymentView } from '@saathi/contracts';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startCashfreeStandIn, type CashfreeStandIn } from '../../../stand-ins/cashfree/cashfree-stand-in.js';
import { startBilling, type RunningBilling } from './running-billing.js';
import { Shopper } from './shopper.js';

let database: TestDatabase;
let nats: TestNats;
let cashfree: CashfreeStandIn;
let billing: RunningBilling;

beforeAll(async () => {
  [database, nats, cashfree] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startCashfreeStandIn(),
  ]);
  billing = await startBilling({
    ...database.environmentOf('billing'),
    ...nats.environmentOf('billing'),
    CASHFREE_BASE_URL: cashfree.base_url,
    CASHFREE_JS_URL: `${cashfree.url}/cashfree.js`,
    CASHFREE_CHECKOUT_URL: `${cashfree.url}/checkout/{payment_session_id}`,
    PLAN_DAILY_AMOUNT: '39.50',
  });
});

afterEach(async () => {
  await fetch(`${cashfree.url}/__faults`, { method: 'DELETE' });
  await fetch(`${cashfree.url}/__log`, { method: 'DELETE' });
});

afterAll(async () => {
  await billing.stop();
  await Promise.all([database.drop(), nats.stop(), cashfree.close()]);
});

const newShopper = async (name?: string): Promise<Shopper> => {
  const { id } = await create.user(database, name === undefined ? {} : { name });
  return new Shopper(billing.rpc, cashfree.url, id);
};

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${cashfree.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

/** What Cashfree was asked, oldest first. */
const asked = async (): Promise<{ method: string; path: string; body: Record<string, unknown> }[]> =>
  ((await (await fetch(`${cashfree.url}/__log`)).json()) as { items: [] }).items;

const ordersOf = ({ user_id }: Shopper): Promise<unknown[]> =>
  database.rows('SELECT 1 FROM billing_orders WHERE user_id = $1', [user_id]);

describe('a payment', () => {
  it('is opened at today’s price, ready to be paid', async () => {
    const by = await newShopper();
    const payment = await by.open('daily');
    expect(payment).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'pending',
      plan_type: 'daily',
      amount: '39.50',
      currency: 'INR',
      cashfree_order_id: `saathi_${payment.id.replaceAll('-', '')}`,
      payment_session_id: expect.stringMatching(/^session_/),
      checkout: {
        mode: 'sandbox',
        js_url: `${cashfree.url}/cashfree.js`,
        url: `${cashfree.url}/checkout/${payment.payment_session_id ?? ''}`,
      },
      subscription_id: null,
      refunded_amount: '0.00',
      expires_at: expect.stringMatching(/Z$/),
      created_at: expect.stringMatching(/Z$/),
    });
    const life = Date.parse(payment.expires_at) - Date.parse(payment.created_at);
    expect(Math.round(life / 60_000)).toBe(30);
  });

  it.each<[string, string | undefined, string | undefined, string]>([
    ['the number that was given', '9876543210', undefined, '9876543210'],
    ['the number of the profile', undefined, '+919876543210', '+919876543210'],
    ['the number that was given, before that of the profile', '9876543210', '9123456780', '9876543210'],
    ['a made-up number when there is none', undefined, undefined, '9999999999'],
  ])('names to Cashfree %s', async (_what, given, profile, expected) => {
    const by = await newShopper('Asha Rao');
    await database.rows('UPDATE users SET phone_number = $2 WHERE id = $1', [by.user_id, profile ?? null]);
    await by.open('daily', given === undefined ? {} : { phone_number: given });
    expect((await asked())[0]?.body).toMatchObject({
      order_amount: 39.5,
      order_currency: 'INR',
      customer_details: {
        customer_id: by.user_id.replaceAll('-', ''),
        customer_name: 'Asha Rao',
        customer_phone: expected,
      },
    });
  });

  it.each(['J', 'ओम'])('can be opened by somebody whose name is too short for Cashfree: %s', async (name) => {
    await (await newShopper(name)).open();
    expect((await asked())[0]?.body['customer_details']).not.toHaveProperty('customer_name');
  });

  it('is not opened for somebody who is gone', async () => {
    const nobody = new Shopper(billing.rpc, cashfree.url, crypto.randomUUID());
    await expect(nobody.open()).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an Idempotency-Key', () => {
  it('makes ten requests at once one order', async () => {
    const by = await newShopper();
    const payments = await Promise.all(
      Array.from({ length: 10 }, () => by.open('daily', { idempotency_key: 'k' })),
    );
    expect(new Set(payments.map(({ id }) => id)).size).toBe(1);
    expect(new Set(payments.map(({ payment_session_id }) => payment_session_id)).size).toBe(1);
    expect(await ordersOf(by)).toHaveLength(1);
  });

  it('brings the same payment again later, without asking Cashfree', async () => {
    const by = await newShopper();
    const first = await by.open('daily', { idempotency_key: 'k' });
    expect(await by.open('daily', { idempotency_key: 'k' })).toEqual(first);
    expect(await asked()).toHaveLength(1);
  });

  it('is refused for another plan or another number', async () => {
    const by = await newShopper();
    await by.open('daily', { idempotency_key: 'k' });
    const refusal = { code: 'idempotency_key_reused' };
    await expect(by.open('weekly', { idempotency_key: 'k' })).rejects.toMatchObject(refusal);
    const other = { idempotency_key: 'k', phone_number: '9876543210' };
    await expect(by.open('daily', other)).rejects.toMatchObject(refusal);
  });

  it('of one person is free for another, and for the same one after a day', async () => {
    const [by, other] = [await newShopper(), await newShopper()];
    const first = await by.open('daily', { idempotency_key: 'k' });
    expect((await other.open('weekly', { idempotency_key: 'k' })).id).not.toBe(first.id);
    await database.rows(
      `UPDATE billing_orders SET created_at = now() - interval '25 hours' WHERE payment_id = $1`,
      [first.id],
    );
    expect((await by.open('weekly', { idempotency_key: 'k' })).id).not.toBe(first.id);
  });
});

describe('a Cashfree that fails', () => {
  it.each(['create_500', 'create_html', 'create_429'])(
    'by %s is told, and the same key works when it is back',
    async (mode) => {
      const by = await newShopper();
      await switchOn({ mode });
      const opening = by.open('daily', { idempotency_key: 'k' });
      await expect(opening).rejects.toMatchObject({ code: 'payment_provider_unavailable' });
      await fetch(`${cashfree.url}/__faults`, { method: 'DELETE' });
      const payment = await by.open('daily', { idempotency_key: 'k' });
      expect(payment.payment_session_id).toMatch(/^session_/);
      expect(await ordersOf(by)).toHaveLength(1);
    },
  );

  it.each(['create_500', 'create_lost_answer'])('once, by %s, is not even noticed', async (mode) => {
    const by = await newShopper();
    await switchOn({ mode, times: 1 });
    expect((await by.open()).payment_session_id).toMatch(/^session_/);
    expect(new Set((await asked()).map(({ body }) => body['order_id'])).size).toBe(1);
    expect(await ordersOf(by)).toHaveLength(1);
  });
});

describe('looking at payments', () => {
  it('shows nobody else’s', async () => {
    const payment = await (await newShopper()).open();
    await expect((await newShopper()).look(payment.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists them newest first, page by page', async () => {
    const by = await newShopper();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift((await by.open()).id);
    const seen: PaymentView[] = [];
    let cursor: string | null = null;
    do {
      const page: PaymentPage = await billing.rpc.call(billingRpc.listPayments, {
        user_id: by.user_id,
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen.map(({ id }) => id)).toEqual(ids);
  });

  it('shows no way to pay an order that has expired', async () => {
    const by = await newShopper();
    const { id } = await by.open();
    await database.rows(
      `UPDATE billing_orders SET expires_at = now() - interval '1 second' WHERE payment_id = $1`,
      [id],
    );
    const payment = await by.look(id);
    expect(payment.payment_session_id).toBeNull();
    expect(payment.checkout).not.toHaveProperty('url');
  });
});

describe('the plans', () => {
  it('are a day and a week at today’s prices', async () => {
    expect(await billing.rpc.call(billingRpc.listPlans, {})).toEqual({
      items: [
        { plan_type: 'daily', amount: '39.50', currency: 'INR', duration_seconds: 86_400 },
        { plan_type: 'weekly', amount: '199.00', currency: 'INR', duration_seconds: 604_800 },
      ],
    });
  });
});
