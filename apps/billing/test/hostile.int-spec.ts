import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { eventually } from '@saathi/testing';
import { ask, type Answer, type Customer } from './customer.js';
import { Till } from './till.js';

// What somebody would try who wants a pass for nothing, or to spoil one.

let till: Till;

beforeAll(async () => {
  till = await Till.open();
}, 40_000);

afterEach(() => till.backstage('DELETE', '/__faults'));

afterAll(() => till.close(), 20_000);

const paid = async (by: Customer): Promise<PaymentView> => {
  const payment = await by.order();
  await by.press(payment, 'pay');
  await eventually(async () => {
    expect((await by.stored(payment)).status).toBe('success');
  });
  return payment;
};

const refundsOf = ({ cashfree_order_id }: PaymentView): Promise<unknown[]> =>
  till.database.rows('SELECT status, amount FROM refunds WHERE cashfree_order_id = $1', [cashfree_order_id]);

const erase = async ({ id }: Customer): Promise<void> => {
  // As the erasure does, which tries again when Postgres ends one of two who wait for each other.
  await eventually(() => till.database.rows('DELETE FROM users WHERE id = $1', [id]));
};

describe('a payment that had its pass', () => {
  it('is not paid back because it is told again when the account is gone', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await erase(by);
    // The dashboard's "resend" makes another body of the same payment.
    const [answer] = await by.webhook(payment, { overrides: { event_time: 'later' } });
    expect(answer?.status).toBe(200);
    expect(await refundsOf(payment)).toEqual([]);
    expect((await by.stored(payment)).review_reason).toBeNull();
  });

  it('leaves no word of the bank about its payer, now or when it is told again', async () => {
    const by = await till.customer();
    const payment = await by.order();
    const overrides = { data: { payment: { payment_message: 'paid by asha@upi', bank_reference: 'ASHA' } } };
    await by.webhook(payment, { overrides });
    await erase(by);
    await by.webhook(payment, { overrides: { ...overrides, event_time: 'later' } });
    const attempts = await till.database.rows(
      'SELECT message, bank_reference, amount FROM payment_attempts WHERE cashfree_order_id = $1',
      [payment.cashfree_order_id],
    );
    expect(attempts.length).toBeGreaterThan(0);
    for (const attempt of attempts) expect(attempt).toMatchObject({ message: null, bank_reference: null });
  });
});

describe('an account that is deleted at the moment its payment arrives', () => {
  it('ends with a pass that went with it, or with the money on its way back, and never with both or neither', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => till.customer()));
    const payments = await Promise.all(people.map((by) => by.order()));
    await Promise.all(
      people.flatMap((by, index) => {
        const payment = payments[index];
        if (payment === undefined) throw new Error('no payment');
        return [by.press(payment, 'pay'), erase(by)];
      }),
    );
    await eventually(async () => {
      const left = await till.database.row(
        `SELECT count(*)::int AS count FROM payment_events WHERE status = 'received'`,
      );
      expect(left).toEqual({ count: 0 });
      for (const payment of payments) {
        const order = await till.database.row(
          'SELECT user_id, granted_at IS NOT NULL AS granted FROM billing_orders WHERE payment_id = $1',
          [payment.id],
        );
        expect(order.user_id).toBeNull();
        expect(await refundsOf(payment)).toEqual(
          order.granted ? [] : [{ status: 'SUCCESS', amount: '49.00' }],
        );
      }
    }, 15_000);
  }, 40_000);
});

describe('somebody who opens one order after the other', () => {
  const opened = async (by: Customer, key: string): Promise<Answer> =>
    by.ask('POST /v1/payments', { plan_type: 'daily' }, { 'idempotency-key': key });

  it('has at most five open in an hour, is told how long to wait, and may pay one instead', async () => {
    const by = await till.customer();
    const payments: PaymentView[] = [];
    for (let order = 1; order <= 5; order += 1) payments.push(await by.order('daily', String(order)));
    expect(await opened(by, '6')).toMatchObject({
      status: 429,
      body: { code: 'rate_limited', retry_after: expect.any(Number) },
    });
    expect((await opened(by, '5')).body.id).toBe(payments[4]?.id);
    await by.webhook(payments[2] as PaymentView);
    expect((await opened(by, '6')).status).toBe(201);
    const refused = await opened(by, '7');
    expect(refused.status).toBe(429);
    expect(refused.body.retry_after).toBeGreaterThan(3500);
    expect(refused.body.retry_after).toBeLessThanOrEqual(3600);
    await till.database.rows(
      `UPDATE billing_orders SET created_at = created_at - interval '1 hour' WHERE payment_id = $1`,
      [payments[0]?.id],
    );
    expect((await opened(by, '7')).status).toBe(201);
  });

  it('has no more than five open though eight more are wanted at once', async () => {
    const by = await till.customer();
    for (let order = 0; order < 4; order += 1) await by.order();
    const keys = Array.from({ length: 8 }, (_, click) => String(click));
    const answers = await Promise.all(
      keys.map((key, index) =>
        by.ask(
          'POST /v1/payments',
          { plan_type: 'weekly', phone_number: `+91987654321${String(index)}` },
          { 'idempotency-key': key },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 429),
    ]);
  });
});

describe('a payment of more money than anybody has', () => {
  const HUGE = 99_999_999;

  it('buys its pass, is paid back in part, and ends its pass when all of it has gone back', async () => {
    const by = await till.customer();
    const payment = await by.order();
    const huge = { cf_payment_id: '4242', payment_amount: HUGE };
    await by.webhook(payment, { overrides: { data: { payment: huge } } });
    expect(await by.activePasses()).toHaveLength(1);
    const path = `POST /v1/admin/billing/orders/${payment.id}/refund`;
    const because = { reason: 'paid too much', amount: '49.00' };
    expect(await ask(till, await till.operator(), path, because)).toMatchObject({ status: 200 });
    const refund = {
      cf_refund_id: 77_777,
      refund_id: 'dashboard_1',
      cf_payment_id: 4242,
      refund_amount: HUGE,
    };
    const overrides = { data: { refund: { ...refund, refund_status: 'SUCCESS' } } };
    await by.webhook(payment, { type: 'REFUND_STATUS_WEBHOOK', overrides });
    expect(await by.activePasses()).toEqual([]);
  });
});

describe('a webhook', () => {
  it('that was seen on the wire does nothing more, in time or late, and has nobody asked about what is settled', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    const { headers, body } = await eventually(async () => {
      const { items } = await till.backstage('GET', '/__webhooks');
      const sent = items.findLast(
        ({ order_id }: { order_id: string }) => order_id === payment.cashfree_order_id,
      );
      if (sent === undefined) throw new Error('it is not in the list yet');
      return sent;
    });
    const replay = (changes: object): Promise<number> =>
      fetch(`${till.url}/v1/webhooks/cashfree`, {
        method: 'POST',
        headers: { ...headers, ...changes },
        body,
      }).then(({ status }) => status);
    expect(
      await Promise.all(Array.from({ length: 5 }, () => replay({ 'x-idempotency-key': 'new' }))),
    ).toEqual([200, 200, 200, 200, 200]);
    const old = { 'x-webhook-timestamp': String(Date.now() - 7_200_000) };
    expect(await replay(old)).toBe(401);
    await by.webhook(payment, { timestamp_offset_ms: -7_200_000 });
    expect(await by.passes()).toHaveLength(1);
    const order = await till.database.row('SELECT next_check_at FROM billing_orders WHERE payment_id = $1', [
      payment.id,
    ]);
    expect(order).toEqual({ next_check_at: null });
  });

  it('about somebody else’s payment moves nothing of one’s own', async () => {
    const [by, other] = [await till.customer(), await till.customer()];
    const mine = await by.order();
    const theirs = await paid(other);
    const { cashfree_payment_id } = await till.database.row(
      'SELECT cashfree_payment_id FROM payments WHERE id = $1',
      [theirs.id],
    );
    const refund = { cf_payment_id: Number(cashfree_payment_id), order_id: mine.cashfree_order_id };
    await by.webhook(mine, { type: 'REFUND_STATUS_WEBHOOK', overrides: { data: { refund } } });
    expect(await other.activePasses()).toHaveLength(1);
    expect(await by.passes()).toEqual([]);
  });

  it('a month old keeps what came of it, and none of its words', async () => {
    const by = await till.customer();
    const payment = await paid(by);
    await till.database.rows(
      `UPDATE payment_events SET received_at = now() - interval '31 days' WHERE cashfree_order_id = $1`,
      [payment.cashfree_order_id],
    );
    await till.stopBilling();
    await till.startBilling();
    await eventually(async () => {
      const [event] = await till.database.rows(
        'SELECT status, length(raw_body) AS bytes FROM payment_events WHERE cashfree_order_id = $1',
        [payment.cashfree_order_id],
      );
      expect(event).toEqual({ status: 'processed', bytes: 0 });
    });
  }, 30_000);
});

describe('an operator', () => {
  it('can have an order asked about that has ended, where the bank has changed its mind', async () => {
    await till.backstage('POST', '/__faults', { mode: 'drop_webhooks' });
    const by = await till.customer();
    const payment = await by.order();
    await by.press(payment, 'pay');
    await till.database.rows(
      `UPDATE billing_orders SET provider_status = 'EXPIRED', next_check_at = NULL WHERE payment_id = $1`,
      [payment.id],
    );
    const { body } = await ask(
      till,
      await till.operator(),
      `POST /v1/admin/billing/orders/${payment.id}/check`,
      { reason: 'the payer shows a receipt' },
    );
    expect(body).toMatchObject({ status: 'success', subscription: { active: true } });
  });
});
