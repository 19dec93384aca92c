import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { eventually } from '@saathi/testing';
import type { Customer } from './customer.js';
import { Till } from './till.js';

const EVENTS = 500;
const PEOPLE = 12;
const AT_ONCE = 12;

/** Printed, and taken from the environment again, so that a run that failed can be had again. */
const seed = Number(process.env['MONEY_SEED'] ?? Date.now() % 2 ** 31);

let till: Till;

beforeAll(async () => {
  till = await Till.open();
}, 40_000);

afterAll(() => till.close(), 20_000);

/** Mulberry32: small, and the same everywhere. */
const dice = (from: number): (() => number) => {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const roll = dice(seed);
const one = <T>(of: readonly T[]): T => of[Math.floor(roll() * of.length)] as T;

interface Bought {
  readonly by: Customer;
  readonly payment: PaymentView;
}

/** What can happen to an order, in any order and any number of times. */
const deeds: Readonly<Record<string, (bought: Bought) => Promise<unknown>>> = {
  pay: ({ by, payment }) => by.press(payment, 'pay').catch(() => undefined),
  fail: ({ by, payment }) => by.press(payment, 'fail').catch(() => undefined),
  drop: ({ by, payment }) => by.press(payment, 'drop').catch(() => undefined),
  look: ({ by, payment }) => by.look(payment),
  tellAgain: ({ by, payment }) => by.webhook(payment, { times: 3, concurrent: true }),
  tellFailure: ({ by, payment }) => by.webhook(payment, { type: 'PAYMENT_FAILED_WEBHOOK' }),
  tellLow: ({ by, payment }) =>
    by.webhook(payment, { overrides: { data: { payment: { payment_amount: 1, cf_payment_id: '7' } } } }),
  forge: ({ by, payment }) => by.webhook(payment, { signature: 'wrong' }),
  tellLate: ({ by, payment }) => by.webhook(payment, { timestamp_offset_ms: -7_200_000 }),
  refund: ({ payment }) =>
    till.backstage('POST', `/__orders/${payment.cashfree_order_id}/refund`).catch(() => undefined),
  refundSome: ({ payment }) =>
    till
      .backstage('POST', `/__orders/${payment.cashfree_order_id}/refund`, { amount: 10 })
      .catch(() => undefined),
  expire: ({ payment }) => till.backstage('POST', `/__orders/${payment.cashfree_order_id}/expire`),
  loseWebhook: () => till.backstage('POST', '/__faults', { mode: 'drop_webhooks', times: 1 }),
  delayWebhook: () => till.backstage('POST', '/__faults', { mode: 'delay_webhooks', times: 1, ms: 200 }),
  doubleWebhook: () =>
    till.backstage('POST', '/__faults', { mode: 'duplicate_webhooks', times: 1, count: 3 }),
  reorderWebhooks: () => till.backstage('POST', '/__faults', { mode: 'reorder_webhooks', times: 1 }),
};

const settled = async (): Promise<void> => {
  await till.backstage('DELETE', '/__faults');
  // What is still on its way has arrived when nothing is left to be done.
  await till.database.rows(
    `UPDATE billing_orders SET next_check_at = now()
     WHERE payment_id IN (SELECT id FROM payments WHERE status <> 'success') AND provider_status IS DISTINCT FROM 'EXPIRED'`,
  );
  await till.database.rows('UPDATE billing_orders SET refunds_check_at = now() WHERE granted_at IS NOT NULL');
  await eventually(async () => {
    const left = await till.database.row(
      `SELECT (SELECT count(*) FROM payment_events WHERE status = 'received')::int AS webhooks,
         (SELECT count(*) FROM billing_orders WHERE next_check_at <= now())::int AS checks,
         (SELECT count(*) FROM billing_orders WHERE refunds_check_at <= now() + interval '15 minutes')::int AS refund_checks`,
    );
    expect(left).toEqual({ webhooks: 0, checks: 0, refund_checks: 0 });
  }, 90_000);
};

const refundsDueNow = ({ id }: PaymentView): Promise<unknown> =>
  till.database.rows(
    `UPDATE billing_orders SET refunds_check_at = now() WHERE payment_id = $1 AND refunds_check_at > now() + interval '15 minutes'`,
    [id],
  );

/** Rupees that went back, in Cashfree's own books. */
const returnedAtCashfree = async ({ cashfree_order_id }: PaymentView): Promise<number> => {
  const headers = {
    'x-client-id': 'stand-in',
    'x-client-secret': 'stand-in-secret',
    'x-api-version': '2025-01-01',
  };
  const answer = await fetch(`${till.cashfree.base_url}/orders/${cashfree_order_id}/refunds`, { headers });
  const refunds = (await answer.json()) as { refund_amount: number; refund_status: string }[];
  return refunds.reduce(
    (sum, { refund_amount, refund_status }) => sum + (refund_status === 'SUCCESS' ? refund_amount : 0),
    0,
  );
};

describe(`${String(EVENTS)} events in any order (MONEY_SEED=${String(seed)})`, () => {
  it('leave exactly as many seconds of passes as were paid for, without a gap or an overlap', async () => {
    process.stdout.write(`MONEY_SEED=${String(seed)}\n`);
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => till.customer()));
    const bought: Bought[] = [];
    for (const by of people)
      for (let order = 0; order < 4; order += 1)
        bought.push({ by, payment: await by.order(one(['daily', 'weekly'] as const)) });
    for (let events = 0; events < EVENTS; events += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => one(Object.values(deeds))(one(bought))));
    await settled();

    // What went back is known to the rupee, though its webhook was lost. A payment that was found last of all is asked
    // for refunds an hour later: that hour is let pass.
    for (const { by, payment } of bought)
      await eventually(async () => {
        const { status, refunded_amount } = await by.look(payment);
        if (status !== 'success') return;
        const returned = await returnedAtCashfree(payment);
        if (Number(refunded_amount) !== returned) await refundsDueNow(payment);
        expect(Number(refunded_amount)).toBe(returned);
      }, 30_000);

    const sums = await till.database.row(
      `SELECT
         (SELECT coalesce(sum(extract(epoch FROM end_date - start_date)), 0)::float8 FROM subscriptions) AS passes,
         (SELECT coalesce(sum(o.duration_seconds), 0)::float8 FROM payments p JOIN billing_orders o ON o.payment_id = p.id
          WHERE p.subscription_id IS NOT NULL) AS granted,
         (SELECT count(*)::int FROM subscriptions) AS pass_count,
         (SELECT count(*)::int FROM payments WHERE status = 'success' AND subscription_id IS NOT NULL) AS grant_count`,
    );
    expect(sums.passes).toBe(sums.granted);
    expect(sums.pass_count).toBe(sums.grant_count);
    expect(sums.grant_count).toBeGreaterThan(PEOPLE / 2);

    // Whoever was paid back has no pass for it; whoever was not has the one they paid for.
    const wrong = await till.database.rows(
      `SELECT p.id, s.active, back.amount FROM payments p JOIN subscriptions s ON s.id = p.subscription_id,
         LATERAL (SELECT coalesce(sum(amount), 0) AS amount FROM refunds r
                  WHERE r.cf_payment_id = p.cashfree_payment_id AND r.status = 'SUCCESS') back
       WHERE s.active <> (back.amount < p.amount)`,
    );
    expect(wrong).toEqual([]);

    for (const by of people) {
      const passes = await by.activePasses();
      for (const [index, { start_date }] of passes.slice(1).entries())
        expect(start_date).toEqual(passes[index]?.end_date);
    }
    const flags = await till.database.rows(
      `SELECT u.id FROM users u WHERE u.premium_user <> EXISTS (
         SELECT FROM subscriptions s WHERE s.user_id = u.id AND s.active AND s.end_date > now())`,
    );
    expect(flags).toEqual([]);
  }, 150_000);
});
