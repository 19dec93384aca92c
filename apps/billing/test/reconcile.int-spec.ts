import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startCashfreeStandIn, type CashfreeStandIn } from '../../../stand-ins/cashfree/cashfree-stand-in.js';
import { startBilling, type RunningBilling } from './running-billing.js';
import { Shopper } from './shopper.js';

let database: TestDatabase;
let nats: TestNats;
/** It has no address for webhooks: what happens there is only known to who asks. */
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
    RECONCILE_INTERVAL_SECONDS: '1',
  });
});

afterEach(() => fetch(`${cashfree.url}/__faults`, { method: 'DELETE' }));

afterAll(async () => {
  await billing.stop();
  await Promise.all([database.drop(), nats.stop(), cashfree.close()]);
});

const newShopper = async (): Promise<Shopper> =>
  new Shopper(billing.rpc, cashfree.url, (await create.user(database)).id);

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${cashfree.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

const expire = ({ cashfree_order_id }: PaymentView): Promise<Response> =>
  fetch(`${cashfree.url}/__orders/${cashfree_order_id}/expire`, { method: 'POST' });

const payLate = ({ cashfree_order_id }: PaymentView, wish: object): Promise<Response> =>
  fetch(`${cashfree.url}/__orders/${cashfree_order_id}/pay_late`, {
    method: 'POST',
    body: JSON.stringify(wish),
  });

const backstage = ({ cashfree_order_id }: PaymentView, deed: 'refund' | 'return_late'): Promise<Response> =>
  fetch(`${cashfree.url}/__orders/${cashfree_order_id}/${deed}`, { method: 'POST' });

const refundsDueNow = ({ id }: PaymentView): Promise<unknown> =>
  database.rows('UPDATE billing_orders SET refunds_check_at = now() WHERE payment_id = $1', [id]);

const dueNow = ({ id }: PaymentView): Promise<unknown> =>
  database.rows('UPDATE billing_orders SET next_check_at = now() WHERE payment_id = $1', [id]);

const passesOf = ({ user_id }: Shopper): Promise<unknown[]> =>
  database.rows('SELECT 1 FROM subscriptions WHERE user_id = $1', [user_id]);

const runningPassesOf = ({ user_id }: Shopper): Promise<unknown[]> =>
  database.rows('SELECT 1 FROM subscriptions WHERE user_id = $1 AND active', [user_id]);

const attemptsOf = ({ cashfree_order_id }: PaymentView): Promise<unknown[]> =>
  database.rows('SELECT status FROM payment_attempts WHERE cashfree_order_id = $1', [cashfree_order_id]);

const storedStatus = async ({ id }: PaymentView): Promise<string> =>
  (await database.row('SELECT status FROM payments WHERE id = $1', [id])).status;

describe('a payment whose webhook was lost', () => {
  it('is a success for the first who looks', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    expect(await by.look(payment.id)).toMatchObject({
      status: 'success',
      payment_session_id: null,
      subscription_id: expect.any(String),
    });
    expect(await passesOf(by)).toHaveLength(1);
  });

  it('is found by the sweep, though nobody looks', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await dueNow(payment);
    await eventually(async () => {
      expect(await storedStatus(payment)).toBe('success');
    }, 4000);
    expect(await passesOf(by)).toHaveLength(1);
  });

  it('buys one pass, though twenty look at once', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await Promise.all(Array.from({ length: 20 }, () => by.look(payment.id)));
    expect(await passesOf(by)).toHaveLength(1);
  });
});

describe('an order', () => {
  it('that nobody paid is still pending', async () => {
    const by = await newShopper();
    const payment = await by.open();
    expect(await by.look(payment.id)).toMatchObject({
      status: 'pending',
      payment_session_id: payment.payment_session_id,
    });
  });

  it('that expired is failed', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await expire(payment);
    expect(await by.look(payment.id)).toMatchObject({ status: 'failed' });
  });

  it('is not asked about at every look', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.look(payment.id);
    await fetch(`${cashfree.url}/__log`, { method: 'DELETE' });
    await by.look(payment.id);
    const { items } = (await (await fetch(`${cashfree.url}/__log`)).json()) as { items: { path: string }[] };
    expect(items.filter(({ path }) => path.includes(payment.cashfree_order_id))).toEqual([]);
  });

  it.each([
    ['a lower amount', { mode: 'lower_amount_in_order' }, 'amount_mismatch'],
    ['another currency', { mode: 'other_currency', match: 'order' }, 'currency_mismatch'],
  ])('that has %s at Cashfree too buys nothing', async (_what, fault, reason) => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await switchOn(fault);
    expect(await by.look(payment.id)).toMatchObject({ status: 'pending' });
    expect(await passesOf(by)).toEqual([]);
    const order = await database.row('SELECT review_reason FROM billing_orders WHERE payment_id = $1', [
      payment.id,
    ]);
    expect(order).toEqual({ review_reason: reason });
  });

  it('is shown as it is known while Cashfree is away', async () => {
    const [broker, shut] = await Promise.all([TestNats.start(), startCashfreeStandIn()]);
    const lonely = await startBilling({
      ...database.environmentOf('billing'),
      ...broker.environmentOf('billing'),
      CASHFREE_BASE_URL: shut.base_url,
    });
    const by = new Shopper(lonely.rpc, shut.url, (await create.user(database)).id);
    const payment = await by.open();
    await shut.close();
    expect(await by.look(payment.id)).toEqual(payment);
    await lonely.stop();
    await broker.stop();
  });
});

describe('a payment that came when its order was over, of which nobody told', () => {
  const expired = async (by: Shopper): Promise<PaymentView> => {
    const payment = await by.open();
    await expire(payment);
    expect(await by.look(payment.id)).toMatchObject({ status: 'failed' });
    return payment;
  };

  it('is looked for twice more, up to a day after the order was opened', async () => {
    const payment = await expired(await newShopper());
    for (const [hours, next] of [
      [5, 6],
      [7, 24],
    ] as const) {
      await database.rows(
        `UPDATE billing_orders SET created_at = now() - make_interval(hours => $2), expires_at = now() - make_interval(hours => $2 - 1)
         WHERE payment_id = $1`,
        [payment.id, hours],
      );
      await dueNow(payment);
      await eventually(async () => {
        const order = await database.row(
          `SELECT extract(epoch FROM next_check_at - created_at)::float8 / 3600 AS hours FROM billing_orders WHERE payment_id = $1`,
          [payment.id],
        );
        expect(order.hours).toBeCloseTo(next, 3);
      }, 4000);
    }
  });

  it('is a pass when it is found, and none any more once Cashfree has given it back', async () => {
    const by = await newShopper();
    const payment = await expired(by);
    await payLate(payment, { returned: false });
    await dueNow(payment);
    await eventually(async () => {
      expect(await storedStatus(payment)).toBe('success');
    }, 4000);
    expect(await runningPassesOf(by)).toHaveLength(1);
    await backstage(payment, 'return_late');
    await refundsDueNow(payment);
    await eventually(async () => {
      expect(await runningPassesOf(by)).toEqual([]);
    }, 4000);
  });

  it('buys nothing when it is found after Cashfree has given it back', async () => {
    const by = await newShopper();
    const payment = await expired(by);
    await payLate(payment, {});
    await dueNow(payment);
    await eventually(async () => {
      expect(await attemptsOf(payment)).toEqual([{ status: 'SUCCESS' }]);
    }, 4000);
    expect(await by.look(payment.id)).toMatchObject({ status: 'failed' });
    expect(await passesOf(by)).toEqual([]);
  });

  it('waits for a human when its amount is not the one of the order', async () => {
    const by = await newShopper();
    const payment = await expired(by);
    await payLate(payment, { returned: false });
    await switchOn({ mode: 'lower_amount_in_order' });
    await dueNow(payment);
    await eventually(async () => {
      const order = await database.row('SELECT review_reason FROM billing_orders WHERE payment_id = $1', [
        payment.id,
      ]);
      expect(order).toEqual({ review_reason: 'amount_mismatch' });
    }, 4000);
    expect(await passesOf(by)).toEqual([]);
  });
});

describe('a refund that was made in the dashboard, of which nobody told', () => {
  it('is found, and ends the pass', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await by.look(payment.id);
    expect(await runningPassesOf(by)).toHaveLength(1);
    await backstage(payment, 'refund');
    await refundsDueNow(payment);
    await eventually(async () => {
      expect(await runningPassesOf(by)).toEqual([]);
    }, 4000);
    expect(await by.look(payment.id)).toMatchObject({ status: 'success', refunded_amount: '49.00' });
  });

  it('is looked for an hour after the payment at first, and six hours after it next', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await by.look(payment.id);
    const hours = async (): Promise<number> =>
      (
        await database.row(
          `SELECT extract(epoch FROM refunds_check_at - granted_at)::float8 / 3600 AS hours FROM billing_orders WHERE payment_id = $1`,
          [payment.id],
        )
      ).hours;
    expect(await hours()).toBeCloseTo(1, 3);
    await database.rows(
      `UPDATE billing_orders SET granted_at = now() - interval '1 hour', refunds_check_at = now() WHERE payment_id = $1`,
      [payment.id],
    );
    await eventually(async () => {
      expect(await hours()).toBeCloseTo(6, 3);
    }, 4000);
  });
});

describe('what Cashfree says', () => {
  it('of payments without an id is passed over until it says it well', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await by.press(payment, 'pay');
    await switchOn({ mode: 'payments_without_id' });
    expect(await by.look(payment.id)).toMatchObject({ status: 'pending' });
    expect(await attemptsOf(payment)).toEqual([]);
    await fetch(`${cashfree.url}/__faults`, { method: 'DELETE' });
    await dueNow(payment);
    await eventually(async () => {
      expect(await storedStatus(payment)).toBe('success');
    }, 4000);
    expect(await passesOf(by)).toHaveLength(1);
  });

  it('is asked for however often it was asked before', async () => {
    const by = await newShopper();
    const payment = await by.open();
    await database.rows('UPDATE billing_orders SET checks = 32767 WHERE payment_id = $1', [payment.id]);
    await by.press(payment, 'pay');
    expect(await by.look(payment.id)).toMatchObject({ status: 'success' });
  });
});
