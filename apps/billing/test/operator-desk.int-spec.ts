import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { eventually } from '@saathi/testing';
import { OpenEvents } from '../../gateway/test/open-events.js';
import { ask, type Answer, type Customer } from './customer.js';
import { Till } from './till.js';

let till: Till;
let operator: string;

beforeAll(async () => {
  till = await Till.open();
  operator = await till.operator();
}, 40_000);

afterEach(() => till.backstage('DELETE', '/__faults'));

afterAll(() => till.close(), 20_000);

const switchOn = (fault: object): Promise<unknown> => till.backstage('POST', '/__faults', fault);

const desk = (route: string, body?: object, headers?: Record<string, string>): Promise<Answer> => {
  const [method = '', path = ''] = route.split(' ');
  return ask(till, operator, `${method} /v1/admin/billing${path}`, body, headers);
};

const because = { reason: 'asked by mail' };

const paid = async (by: Customer): Promise<PaymentView> => {
  const payment = await by.order();
  await by.press(payment, 'pay');
  await eventually(async () => {
    expect((await by.stored(payment)).status).toBe('success');
  });
  return payment;
};

const deedsOf = (id: string): Promise<{ kind: string; reason: string }[]> =>
  till.database.rows('SELECT kind, reason FROM operator_actions WHERE subject_id = $1 ORDER BY created_at', [
    id,
  ]);

describe('an order at the operators’ desk', () => {
  it('is shown with all that is known of it, and nothing of who paid', async () => {
    const by = await till.customer();
    const payment = await by.order();
    for (const [ending, status] of [
      ['fail', 'failed'],
      ['pay', 'success'],
    ] as const) {
      await by.press(payment, ending);
      await eventually(async () => {
        expect((await by.stored(payment)).status).toBe(status);
      });
    }
    const { status, body } = await desk(`GET /orders/${payment.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      payment_id: payment.id,
      user_id: by.id,
      status: 'success',
      amount: '49.00',
      provider_status: 'PAID',
      review_reason: null,
      refunded_amount: '0.00',
      subscription: { plan_type: 'daily', active: true },
      attempts: [
        { status: 'FAILED', message: 'Transaction failed at the bank', payment_group: 'upi' },
        { status: 'SUCCESS', amount: '49.00', currency: 'INR', paid_at: expect.stringMatching(/Z$/) },
      ],
      refunds: [],
      webhooks: [
        { event_type: 'PAYMENT_FAILED_WEBHOOK', status: 'processed' },
        { event_type: 'PAYMENT_SUCCESS_WEBHOOK', status: 'processed', receipts: 1 },
      ],
    });
    const { email, name } = await till.database.row('SELECT email, name FROM users WHERE id = $1', [by.id]);
    expect(JSON.stringify(body)).not.toContain(email);
    expect(JSON.stringify(body)).not.toContain(name);
  });

  it('shows the tries to pay as they were made, though the first was told last', async () => {
    await switchOn({ mode: 'reorder_webhooks', times: 1 });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'fail');
    await by.press(payment, 'pay');
    await eventually(async () => {
      const { body } = await desk(`GET /orders/${payment.id}`);
      expect(body.webhooks).toMatchObject([{ status: 'processed' }, { status: 'processed' }]);
      expect(body.attempts).toMatchObject([{ status: 'FAILED' }, { status: 'SUCCESS' }]);
    });
  });

  it('is found by its id at Cashfree, and listed page by page, newest first', async () => {
    const by = await till.customer();
    const [older, newer] = [await by.order(), await by.order()];
    const found = await desk(`GET /orders?cashfree_order_id=${older.cashfree_order_id}`);
    expect(found.body.items).toMatchObject([{ payment_id: older.id }]);
    const page = await desk('GET /orders?limit=1');
    expect(page.body.items).toMatchObject([{ payment_id: newer.id }]);
    const next = await desk(`GET /orders?limit=1&cursor=${page.body.next_cursor}`);
    expect(next.body.items).toMatchObject([{ payment_id: older.id }]);
  });

  it.each([
    'GET /orders/:id',
    'POST /orders/:id/refund',
    'POST /orders/:id/resolve',
    'POST /webhooks/:id/replay',
  ])('that is not there is 404: %s', async (route) => {
    const body = route.startsWith('GET') ? undefined : { ...because };
    const wish = route.endsWith('resolve') ? { ...because, resolution: 'dismiss' } : body;
    const answer = await desk(route.replace(':id', crypto.randomUUID()), wish);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('is touched by nobody without a reason', async () => {
    const payment = await paid(await till.customer());
    for (const deed of ['refund', 'cancel', 'revoke', 'check', 'resolve']) {
      const answer = await desk(`POST /orders/${payment.id}/${deed}`, {});
      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    }
    expect(await deedsOf(payment.id)).toEqual([]);
  });
});

describe('a refund by an operator', () => {
  it('is asked for once though it is clicked ten times at once, and written down once', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    const key = { 'idempotency-key': 'click' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        desk(`POST /orders/${payment.id}/refund`, { ...because, amount: '20.00' }, key),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await eventually(async () => {
      const { body } = await desk(`GET /orders/${payment.id}`);
      expect(body.refunds).toMatchObject([{ amount: '20.00', status: 'SUCCESS' }]);
    });
    expect(await deedsOf(payment.id)).toEqual([{ kind: 'payment_refunded', reason: 'asked by mail' }]);
    expect(await by.activePasses()).toHaveLength(1);
  });

  it('without a key and all at once pays back no more than was paid', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        desk(`POST /orders/${payment.id}/refund`, { ...because, amount: '20.00' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400, 400, 400]);
    const rest = await desk(`POST /orders/${payment.id}/refund`, because);
    expect(rest.status).toBe(200);
    await eventually(async () => {
      expect((await by.look(payment)).refunded_amount).toBe('49.00');
      expect(await by.activePasses()).toEqual([]);
    });
    const more = await desk(`POST /orders/${payment.id}/refund`, because);
    expect(more).toMatchObject({ status: 400, body: { errors: [{ path: 'amount' }] } });
  });

  it.each(['0.00', '-1.00', '49.01', '1', '1e3', '٤٩.٠٠'])('of %s is refused', async (amount) => {
    const payment = await paid(await till.customer());
    const answer = await desk(`POST /orders/${payment.id}/refund`, { ...because, amount });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
  });

  it('of an order that nobody paid is refused', async () => {
    const payment = await (await till.customer()).order();
    expect((await desk(`POST /orders/${payment.id}/refund`, because)).status).toBe(400);
  });

  it('reaches Cashfree once, though Cashfree fails and its answers are lost', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await switchOn({ mode: 'refund_500', times: 4 });
    await switchOn({ mode: 'refund_lost_answer', times: 1 });
    expect((await desk(`POST /orders/${payment.id}/refund`, because)).status).toBe(200);
    await till.database.rows('UPDATE refunds SET next_try_at = now() WHERE cashfree_order_id = $1', [
      payment.cashfree_order_id,
    ]);
    await eventually(async () => {
      const { body } = await desk(`GET /orders/${payment.id}`);
      expect(body.refunds).toMatchObject([{ status: 'SUCCESS', amount: '49.00' }]);
    }, 10_000);
    expect(await by.activePasses()).toEqual([]);
    const { items } = await till.backstage('GET', '/__log');
    const made = items.filter(
      ({ method, path, status }: { method: string; path: string; status: number }) =>
        method === 'POST' && path.includes(`${payment.cashfree_order_id}/refunds`) && status === 200,
    );
    expect(made.length).toBeLessThanOrEqual(1);
  }, 20_000);

  it('that Cashfree refuses is for a human to see, and can be made again', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await switchOn({ mode: 'refund_refused', times: 1 });
    const { body } = await desk(`POST /orders/${payment.id}/refund`, because);
    expect(body).toMatchObject({ review_reason: 'refund_failed', refunds: [{ status: 'FAILED' }] });
    expect(await by.activePasses()).toHaveLength(1);
    expect((await desk(`POST /orders/${payment.id}/refund`, because)).status).toBe(200);
    await eventually(async () => {
      expect(await by.activePasses()).toEqual([]);
    });
  });

  it('that the bank fails later leaves the pass', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await switchOn({ mode: 'refund_fails', times: 1 });
    await desk(`POST /orders/${payment.id}/refund`, because);
    await eventually(async () => {
      expect((await desk(`GET /orders/${payment.id}`)).body.refunds).toMatchObject([{ status: 'FAILED' }]);
    });
    expect(await by.activePasses()).toHaveLength(1);
  });

  it('is told to the open clients of who paid', async () => {
    const by = await till.customer();
    const leaving = new AbortController();
    const stream = await fetch(`${till.url}/v1/me/events`, {
      headers: { authorization: `Bearer ${by.token}` },
      signal: leaving.signal,
    });
    const told = new OpenEvents(stream);
    const payment = await paid(by);
    await desk(`POST /orders/${payment.id}/refund`, because);
    await eventually(() => {
      const names = told.events.map(({ event }) => event);
      expect(names).toEqual(
        expect.arrayContaining(['subscription.activated', 'payment.updated', 'subscription.revoked']),
      );
      const usage = told.events.filter(({ event }) => event === 'usage.updated').map(({ data }) => data);
      expect(usage).toEqual([
        { total_messages: 0, messages_left: null },
        { total_messages: 0, messages_left: 20 },
      ]);
    });
    leaving.abort();
  });
});

describe('an operator', () => {
  it('cancels an order that nobody paid, so that nobody can', async () => {
    const by = await till.customer();
    const payment = await by.order();
    const { status, body } = await desk(`POST /orders/${payment.id}/cancel`, because);
    expect([status, body.status, body.provider_status]).toEqual([200, 'failed', 'TERMINATED']);
    await expect(by.press(payment, 'pay')).rejects.toThrow('409');
    expect(await by.look(payment)).toMatchObject({ status: 'failed', payment_session_id: null });
    expect(await deedsOf(payment.id)).toEqual([{ kind: 'order_cancelled', reason: 'asked by mail' }]);
  });

  it('does not cancel what was paid at this very moment: it is granted instead', async () => {
    await switchOn({ mode: 'drop_webhooks' });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    expect((await desk(`POST /orders/${payment.id}/cancel`, because)).status).toBe(400);
    expect(await by.activePasses()).toHaveLength(1);
  });

  it('ends a pass without paying back, once', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    expect((await desk(`POST /orders/${payment.id}/revoke`, because)).body).toMatchObject({
      subscription: { active: false },
    });
    expect((await desk(`POST /orders/${payment.id}/revoke`, because)).status).toBe(404);
    expect((await by.ask('GET /v1/me/usage')).body).toMatchObject({ premium: false, messages_left: 20 });
  });

  it('has Cashfree asked at once', async () => {
    await switchOn({ mode: 'drop_webhooks' });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    expect((await desk(`POST /orders/${payment.id}/check`, because)).body).toMatchObject({
      status: 'success',
    });
  });

  it('settles a review, by saying so or by granting the pass', async () => {
    const mismatching = async (): Promise<{ by: Customer; payment: PaymentView }> => {
      const by = await till.customer();
      const payment = await by.order();
      await switchOn({ mode: 'lower_amount_in_order' });
      await switchOn({ mode: 'lower_amount_in_webhook' });
      await by.press(payment, 'pay');
      await eventually(async () => {
        expect(await by.stored(payment)).toMatchObject({
          review_reason: 'amount_mismatch',
          provider_status: 'PAID',
        });
      });
      await till.backstage('DELETE', '/__faults');
      return { by, payment };
    };
    const [first, second] = [await mismatching(), await mismatching()];
    const dismissed = await desk(`POST /orders/${first.payment.id}/resolve`, {
      ...because,
      resolution: 'dismiss',
    });
    expect(dismissed.body).toMatchObject({
      status: 'pending',
      reviewed_at: expect.any(String),
      subscription: null,
    });
    const granted = await desk(`POST /orders/${second.payment.id}/resolve`, {
      ...because,
      resolution: 'grant',
    });
    expect(granted.body).toMatchObject({ status: 'success', subscription: { active: true } });
    expect(await second.by.activePasses()).toHaveLength(1);
    const again = await desk(`POST /orders/${second.payment.id}/resolve`, {
      ...because,
      resolution: 'grant',
    });
    expect(again.status).toBe(400);
    const open = await desk('GET /orders?review=open');
    const ids = open.body.items.map(({ payment_id }: { payment_id: string }) => payment_id);
    expect(ids).not.toContain(first.payment.id);
    expect(ids).not.toContain(second.payment.id);
  });

  it('grants nothing that nobody paid', async () => {
    const payment = await (await till.customer()).order();
    const answer = await desk(`POST /orders/${payment.id}/resolve`, { ...because, resolution: 'grant' });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
  });

  it('has a webhook acted on once more', async () => {
    const by = await till.customer();
    const payment = await by.order();
    await by.webhook(payment, { overrides: { data: { payment: { payment_status: 'PENDING' } } } });
    const { body } = await desk(`GET /webhooks?status=processed&limit=1`);
    const [webhook] = body.items;
    expect(webhook).toMatchObject({ cashfree_order_id: payment.cashfree_order_id });
    expect((await desk(`POST /webhooks/${webhook.id}/replay`, because)).status).toBe(202);
    await eventually(async () => {
      expect((await by.inbox(payment))[0]).toMatchObject({ status: 'processed' });
    });
    expect(await deedsOf(webhook.id)).toEqual([{ kind: 'webhook_replayed', reason: 'asked by mail' }]);
  });
});

describe('a receipt', () => {
  it('says what was paid, how, when and for what, and what went back', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    const { status, body } = await by.ask(`GET /v1/payments/${payment.id}/receipt`);
    const [pass] = await by.passes();
    expect(status).toBe(200);
    expect(body).toEqual({
      payment_id: payment.id,
      cashfree_order_id: payment.cashfree_order_id,
      cashfree_payment_id: expect.stringMatching(/^\d+$/),
      payment_group: 'upi',
      bank_reference: expect.stringMatching(/^\d+$/),
      plan_type: 'daily',
      amount: '49.00',
      currency: 'INR',
      ordered_at: expect.stringMatching(/Z$/),
      paid_at: expect.stringMatching(/Z$/),
      period: { start_date: pass?.start_date.toISOString(), end_date: pass?.end_date.toISOString() },
      refunds: [],
      refunded_amount: '0.00',
    });
    await desk(`POST /orders/${payment.id}/refund`, { ...because, amount: '9.00' });
    await eventually(async () => {
      const after = await by.ask(`GET /v1/payments/${payment.id}/receipt`);
      expect(after.body).toMatchObject({
        refunded_amount: '9.00',
        refunds: [{ amount: '9.00', currency: 'INR', status: 'SUCCESS' }],
      });
    });
  });

  it('is not there for what was not paid', async () => {
    const by = await till.customer();
    const payment = await by.order();
    expect((await by.ask(`GET /v1/payments/${payment.id}/receipt`)).status).toBe(404);
  });
});
