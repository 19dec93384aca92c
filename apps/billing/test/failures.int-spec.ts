import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { eventually } from '@saathi/testing';
import { ask, type Customer } from './customer.js';
import { Till } from './till.js';

// Every row of the table of failures, through HTTP, with two replicas of billing: the names begin with the row.

let till: Till;

beforeAll(async () => {
  till = await Till.open();
}, 40_000);

afterEach(() => till.backstage('DELETE', '/__faults'));

afterAll(() => till.close(), 20_000);

const DAY_MS = 24 * 3_600_000;

const switchOn = (fault: object): Promise<unknown> => till.backstage('POST', '/__faults', fault);

/** What billing asked of Cashfree about an order, oldest first. */
const asked = async (
  method: string,
  part: string,
): Promise<{ headers: Record<string, string>; body: any; status: number }[]> => {
  const { items } = await till.backstage('GET', '/__log');
  return items.filter(
    (request: { method: string; path: string; body: unknown }) =>
      request.method === method && `${request.path} ${JSON.stringify(request.body)}`.includes(part),
  );
};

const becomes = (by: Customer, payment: PaymentView, status: string, withinMs = 5000): Promise<void> =>
  eventually(async () => {
    expect((await by.stored(payment)).status).toBe(status);
  }, withinMs);

const paid = async (by: Customer, plan: 'daily' | 'weekly' = 'daily'): Promise<PaymentView> => {
  const payment = await by.order(plan);
  await by.press(payment, 'pay');
  await becomes(by, payment, 'success');
  return payment;
};

const boughtNothing = async (by: Customer, payment: PaymentView, status = 'pending'): Promise<void> => {
  expect([await by.passes(), (await by.stored(payment)).status]).toEqual([[], status]);
};

describe('a payment', () => {
  it('B1 is a pass before the browser is back, and the look says success', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    await becomes(by, payment, 'success');
    expect(await by.activePasses()).toHaveLength(1);
    expect(await by.look(payment)).toMatchObject({ status: 'success', refunded_amount: '0.00' });
    expect((await by.ask('GET /v1/me/usage')).body).toMatchObject({ premium: true, messages_left: null });
  });

  it('B2 whose webhook was lost is granted by the look of who comes back', async () => {
    await switchOn({ mode: 'drop_webhooks' });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    expect(await by.look(payment)).toMatchObject({ status: 'success' });
    expect(await by.activePasses()).toHaveLength(1);
  });

  it('B2 whose webhook was lost is found by itself when nobody comes back', async () => {
    await switchOn({ mode: 'drop_webhooks' });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    await becomes(by, payment, 'success', 6000);
    expect(await by.activePasses()).toHaveLength(1);
  });

  it('B3 that is told twenty times at once is one pass, and twenty receipts', async () => {
    const by = await till.customer();
    const payment = await by.order();
    const answers = await by.webhook(payment, { times: 20, concurrent: true });
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ status: 200, body: { ok: true } })));
    expect(await by.passes()).toHaveLength(1);
    expect(await by.inbox(payment)).toMatchObject([{ status: 'processed', receipts: 20 }]);
  });

  it('B15 of each of two orders is two passes, back to back', async () => {
    const by = await till.customer();
    await paid(by, 'daily');
    await paid(by, 'weekly');
    const [first, second] = await by.passes();
    expect(second?.start_date).toEqual(first?.end_date);
    expect(Number(second?.end_date) - Number(first?.start_date)).toBe(8 * DAY_MS);
  });

  it('of five orders at the same moment is five passes without a gap', async () => {
    const by = await till.customer();
    const payments: PaymentView[] = [];
    for (let order = 0; order < 5; order += 1) payments.push(await by.order());
    await Promise.all(payments.map((payment) => by.webhook(payment)));
    const passes = await by.passes();
    expect(passes).toHaveLength(5);
    for (const [index, { start_date }] of passes.slice(1).entries())
      expect(start_date).toEqual(passes[index]?.end_date);
    expect(Number(passes[4]?.end_date) - Number(passes[0]?.start_date)).toBe(5 * DAY_MS);
  });

  it.each(['fail', 'drop'] as const)('B16 succeeds after a try that ended in %s', async (ending) => {
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, ending);
    await becomes(by, payment, 'failed');
    await by.press(payment, 'pay');
    await becomes(by, payment, 'success');
    expect(await by.passes()).toHaveLength(1);
  });

  it('B17 stays a success when the failure before it is told later', async () => {
    await switchOn({ mode: 'reorder_webhooks', times: 1 });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'fail');
    await by.press(payment, 'pay');
    await eventually(async () => {
      expect(await by.inbox(payment)).toMatchObject([{ status: 'processed' }, { status: 'processed' }]);
    });
    expect((await by.stored(payment)).status).toBe('success');
    expect(await by.passes()).toHaveLength(1);
  });

  it('B29 that is told at two endpoints, each in its own way, is one pass', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    await becomes(by, payment, 'success');
    for (const idempotency_key of ['notify_url', 'dashboard'])
      await by.webhook(payment, { idempotency_key, overrides: { event_time: idempotency_key } });
    expect(await by.passes()).toHaveLength(1);
    expect((await by.stored(payment)).review_reason).toBeNull();
  });

  it('B27 counts at the price of its order, though the plan costs more by now', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await till.stopBilling();
    await till.startBilling({ PLAN_DAILY_AMOUNT: '59.00' });
    expect((await by.order()).amount).toBe('59.00');
    await by.press(payment, 'pay');
    await becomes(by, payment, 'success');
    expect(await by.passes()).toHaveLength(1);
    await till.stopBilling();
    await till.startBilling();
  }, 30_000);
});

describe('a webhook', () => {
  it.each([
    ...['wrong', 'hex', 'body_only', 'truncated', 'empty', 'missing', 'tampered_body', 'other_timestamp'],
    'no_timestamp',
  ])('B5 with a signature that is %s is refused, and nothing changes', async (signature) => {
    const by = await till.customer();
    const payment = await by.order();
    expect(await by.webhook(payment, { signature })).toMatchObject([
      { status: 401, body: { code: 'signature_invalid' } },
    ]);
    await boughtNothing(by, payment);
    expect(await by.inbox(payment)).toEqual([]);
  });

  it.each([
    ['2 h old', -7_200_000],
    ['10 min ahead', 600_000],
  ])('B6 that is signed but %s is refused; if it is true, Cashfree says so', async (_how, offset) => {
    await switchOn({ mode: 'drop_webhooks' });
    const by = await till.customer();
    const [payment, other] = [await by.order(), await by.order()];
    await by.press(payment, 'pay');
    const stale = { timestamp_offset_ms: offset };
    const refusal = [{ status: 401, body: { code: 'stale_timestamp' } }];
    expect(await by.webhook(payment, stale)).toMatchObject(refusal);
    expect(await by.webhook(other, stale)).toMatchObject(refusal);
    await becomes(by, payment, 'success');
    expect((await by.stored(other)).status).toBe('pending');
    expect(await by.passes()).toHaveLength(1);
    expect(await by.inbox(payment)).toMatchObject([{ status: 'stale' }]);
  });

  it('B8 with a lower amount grants nothing by itself; Cashfree is asked, and grants it', async () => {
    await switchOn({ mode: 'lower_amount_in_webhook', times: 1 });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    await becomes(by, payment, 'success');
    expect(await by.stored(payment)).toMatchObject({
      review_reason: 'amount_mismatch',
      reviewed_at: expect.any(Date),
    });
    expect(await by.passes()).toHaveLength(1);
  });

  it.each([
    ['B9 with a lower amount', 'lower_amount_in_webhook', 'lower_amount_in_order', 'amount_mismatch'],
    ['B11 in another currency', 'other_currency', 'other_currency', 'currency_mismatch'],
  ])('%s, at Cashfree too, buys nothing and waits for a human', async (_row, inWebhook, inOrder, reason) => {
    const by = await till.customer();
    const payment = await by.order();
    await switchOn({ mode: inWebhook });
    await switchOn({ mode: inOrder });
    await by.press(payment, 'pay');
    await eventually(async () => {
      expect(await by.stored(payment)).toMatchObject({ review_reason: reason, provider_status: 'PAID' });
    });
    await boughtNothing(by, payment);
    const { body } = await ask(till, await till.operator(), 'GET /v1/admin/billing/orders?review=open');
    expect(body.items.map(({ payment_id }: { payment_id: string }) => payment_id)).toContain(payment.id);
  });

  it('B12 about an order that is not there yet is taken, kept, and acted on when it is', async () => {
    const by = await till.customer();
    const payment = await by.order();
    const order_id = `saathi_${crypto.randomUUID().replaceAll('-', '')}`;
    const overrides = { data: { order: { order_id } } };
    expect(await by.webhook(payment, { overrides })).toMatchObject([{ status: 200 }]);
    const early = { ...payment, cashfree_order_id: order_id };
    expect(await by.inbox(early)).toMatchObject([{ status: 'ignored', reason: 'unknown_order' }]);
    await boughtNothing(by, payment);
    for (const table of ['payments', 'billing_orders'])
      await till.database.rows(`UPDATE ${table} SET cashfree_order_id = $1 WHERE cashfree_order_id = $2`, [
        order_id,
        payment.cashfree_order_id,
      ]);
    await till.database.rows('UPDATE payment_events SET next_try_at = now() WHERE cashfree_order_id = $1', [
      order_id,
    ]);
    await becomes(by, payment, 'success');
  });

  it.each([
    ['a test of the endpoint', { type: 'WEBHOOK' }],
    ['a type that is new', { type: 'SOMETHING_NEW' }],
    ['garbage', { raw_body: '{"type":"PAYMENT_SUCCESS_WEBHOOK","data":' }],
    ['a refund of nothing', { raw_body: '{"type":"REFUND_STATUS_WEBHOOK","data":{"refund":[]}}' }],
  ])('B31 that is %s, with a right signature, changes nothing', async (_what, wish) => {
    const by = await till.customer();
    const payment = await by.order();
    expect(await by.webhook(payment, wish)).toEqual([{ status: 200, body: { ok: true } }]);
    await boughtNothing(by, payment);
    expect((await ask(till, by.token, 'GET /v1/plans')).status).toBe(200);
  });
});

describe('an account that is deleted while its order is open', () => {
  it('B13 gets no pass for what is paid then; all of it goes back, once', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await till.database.rows('DELETE FROM users WHERE id = $1', [by.id]);
    await by.press(payment, 'pay');
    await eventually(async () => {
      expect(await by.stored(payment)).toMatchObject({
        review_reason: 'user_deleted',
        reviewed_at: expect.any(Date),
      });
    });
    await by.webhook(payment, { times: 5, concurrent: true });
    const refunds = await till.database.rows(
      'SELECT status, amount, reason FROM refunds WHERE cashfree_order_id = $1',
      [payment.cashfree_order_id],
    );
    expect(refunds).toEqual([{ status: 'SUCCESS', amount: '49.00', reason: 'user_deleted' }]);
    expect(await asked('POST', `${payment.cashfree_order_id}/refunds`)).toHaveLength(1);
    expect(await by.passes()).toEqual([]);
  });
});

describe('a payment that comes when the order is over', () => {
  it('B19 buys nothing when only its return is told', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await till.backstage('POST', `/__orders/${payment.cashfree_order_id}/pay_late`, { told: false });
    await eventually(async () => {
      expect(await by.inbox(payment)).toMatchObject([{ status: 'processed' }]);
    });
    expect(await by.look(payment)).toMatchObject({ status: 'failed' });
    expect(await by.passes()).toEqual([]);
  });

  it('B19 and that is told of has no pass once the money has gone back', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await till.backstage('POST', `/__orders/${payment.cashfree_order_id}/pay_late`);
    await eventually(async () => {
      expect(await by.inbox(payment)).toMatchObject([{ status: 'processed' }, { status: 'processed' }]);
    });
    expect(await by.activePasses()).toEqual([]);
    expect((await by.ask('GET /v1/me/usage')).body).toMatchObject({ premium: false });
  });
});

describe('a refund', () => {
  it('B21 of all of it ends the pass, and those behind it move up', async () => {
    const by = await till.customer();
    const first = await paid(by, 'daily');
    await paid(by, 'weekly');
    await paid(by, 'daily');
    const { status } = await ask(
      till,
      await till.operator(),
      `POST /v1/admin/billing/orders/${first.id}/refund`,
      {
        reason: 'asked by mail',
      },
    );
    expect(status).toBe(200);
    await eventually(async () => {
      expect(await by.activePasses()).toHaveLength(2);
    });
    const [week, day] = await by.activePasses();
    expect(Math.abs(Number(week?.start_date) - Date.now())).toBeLessThan(5000);
    expect(day?.start_date).toEqual(week?.end_date);
    expect(Number(day?.end_date) - Number(week?.start_date)).toBe(8 * DAY_MS);
    expect(await by.look(first)).toMatchObject({ status: 'success', refunded_amount: '49.00' });
  });

  it('B21 of a part of it, or one that fails, leaves the pass', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await till.backstage('POST', `/__orders/${payment.cashfree_order_id}/refund`, { amount: 20 });
    const overrides = {
      data: { refund: { refund_id: 'x1', cf_refund_id: 77_001, refund_status: 'FAILED' } },
    };
    await by.webhook(payment, { type: 'REFUND_STATUS_WEBHOOK', overrides });
    await eventually(async () => {
      expect(await by.look(payment)).toMatchObject({ refunded_amount: '20.00' });
    });
    expect(await by.activePasses()).toHaveLength(1);
  });

  it('B21 in the dashboard ends the pass as well', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await till.backstage('POST', `/__orders/${payment.cashfree_order_id}/refund`);
    await eventually(async () => {
      expect(await by.activePasses()).toEqual([]);
    });
    expect((await by.ask('GET /v1/subscriptions/current')).status).toBe(404);
  });

  it('B21 that is told before the payment it is of still ends without a pass', async () => {
    await switchOn({ mode: 'drop_webhooks' });
    const by = await till.customer();
    const payment = await by.order();
    const { cf_payment_id } = await by.press(payment, 'pay');
    const refund = { cf_payment_id: Number(cf_payment_id), refund_status: 'SUCCESS' };
    await by.webhook(payment, { type: 'REFUND_STATUS_WEBHOOK', overrides: { data: { refund } } });
    await by.webhook(payment);
    await becomes(by, payment, 'success');
    expect(await by.passes()).toEqual([]);
    expect((await by.stored(payment)).subscription_id).toBeNull();
  });

  it('of another payment of the same order leaves the pass that the first one bought', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await by.webhook(payment, { overrides: { data: { payment: { cf_payment_id: '42' } } } });
    expect((await by.stored(payment)).review_reason).toBe('duplicate_payment');
    const overrides = { data: { auto_refund: { cf_payment_id: 42 } } };
    await by.webhook(payment, { type: 'AUTO_REFUND_STATUS_WEBHOOK', overrides });
    expect(await by.activePasses()).toHaveLength(1);
    expect((await by.stored(payment)).reviewed_at).toEqual(expect.any(Date));
  });
});

describe('opening an order', () => {
  it('B22 whose answer is lost leads to the same order', async () => {
    await switchOn({ mode: 'create_lost_answer', times: 1 });
    const by = await till.customer();
    const payment = await by.order('daily', 'k');
    expect(payment.payment_session_id).toMatch(/^session_/);
    expect(await by.order('daily', 'k')).toEqual(payment);
    const creations = await asked('POST', payment.cashfree_order_id);
    expect(new Set(creations.map(({ headers }) => headers['x-idempotency-key'])).size).toBe(1);
    const rows = await till.database.rows('SELECT 1 FROM billing_orders WHERE user_id = $1', [by.id]);
    expect(rows).toHaveLength(1);
  });

  it.each(['create_409', 'create_422', 'create_429', 'create_500', 'create_hang', 'create_html'])(
    'B23 is tried again with the same key, then given up, and works later: %s',
    async (mode) => {
      const by = await till.customer();
      await switchOn({ mode });
      const refused = await by.ask('POST /v1/payments', { plan_type: 'daily' }, { 'idempotency-key': 'k' });
      expect([refused.status, refused.body.code]).toEqual([502, 'payment_provider_unavailable']);
      await till.backstage('DELETE', '/__faults');
      const payment = await by.order('daily', 'k');
      const creations = await asked('POST', payment.cashfree_order_id);
      expect(creations.length).toBeGreaterThan(2);
      expect(new Set(creations.map(({ headers }) => headers['x-idempotency-key']))).toEqual(
        new Set([payment.id]),
      );
      const rows = await till.database.rows('SELECT 1 FROM billing_orders WHERE user_id = $1', [by.id]);
      expect(rows).toHaveLength(1);
    },
    30_000,
  );

  it('B26 twice at once with one key is one order', async () => {
    const by = await till.customer();
    const payments = await Promise.all([by.order('daily', 'k'), by.order('daily', 'k')]);
    expect(payments[0]).toEqual(payments[1]);
  });

  it('B26 twice at once with two keys is one open order, however long either takes', async () => {
    const by = await till.customer();
    const keys = Array.from({ length: 8 }, (_, click) => `click ${String(click)}`);
    const payments = await Promise.all(keys.map((key) => by.order('daily', key)));
    expect(new Set(payments.map(({ id }) => id)).size).toBe(1);
    expect((await by.ask('GET /v1/payments')).body.items).toHaveLength(1);
    expect((await by.order('daily', 'later')).id).not.toBe(payments[0]?.id);
  });

  it('B30 shows nobody else’s, nor its receipt', async () => {
    const [by, other] = [await till.customer(), await till.customer()];
    const payment = await paid(by);
    for (const path of ['', '/receipt'])
      expect(await other.ask(`GET /v1/payments/${payment.id}${path}`)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
  });
});

describe('billing that is away', () => {
  it('B25 is a 503 to Cashfree, whose next try ends in 200 and a pass', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await till.stopBilling();
    await by.press(payment, 'pay');
    await eventually(async () => {
      const { items } = await till.backstage('GET', '/__webhooks');
      expect(items.at(-1)).toMatchObject({ order_id: payment.cashfree_order_id, status: 503 });
    });
    await till.startBilling();
    await eventually(async () => {
      const { items } = await till.backstage('GET', '/__webhooks');
      expect(items.at(-1)).toMatchObject({ order_id: payment.cashfree_order_id, status: 200 });
    });
    await becomes(by, payment, 'success');
    expect(await by.passes()).toHaveLength(1);
  }, 30_000);
});

describe('no amount, plan or length', () => {
  it.each([{ amount: '1.00' }, { duration_seconds: 1e9 }, { currency: 'USD' }, { price: 1 }])(
    'is taken from a client: %j',
    async (more) => {
      const by = await till.customer();
      const answer = await by.ask('POST /v1/payments', { plan_type: 'daily', ...more });
      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
      expect((await by.ask('GET /v1/payments')).body.items).toEqual([]);
    },
  );

  it('is believed of a webhook: the pass is the one that was ordered', async () => {
    const by = await till.customer();
    const payment = await by.order('daily');
    const order = { order_tags: { plan_type: 'weekly', duration_seconds: '604800' }, plan_type: 'weekly' };
    const plan = { plan_type: 'weekly', amount: 49, duration_seconds: 604_800 };
    await by.webhook(payment, { overrides: { data: { order, plan, payment: { payment_amount: 199 } } } });
    const [pass] = await by.passes();
    expect(Number(pass?.end_date) - Number(pass?.start_date)).toBe(DAY_MS);
    const { items } = (await by.ask('GET /v1/subscriptions')).body;
    expect(items).toMatchObject([{ plan_type: 'daily', amount: '49.00' }]);
  });
});
