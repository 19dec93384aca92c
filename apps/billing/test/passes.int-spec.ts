import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { billingRpc, type SubscriptionPage, type UsageView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startBilling, type RunningBilling } from './running-billing.js';

let database: TestDatabase;
let nats: TestNats;
let billing: RunningBilling;

beforeAll(async () => {
  [database, nats] = await Promise.all([TestDatabase.create(), TestNats.start()]);
  billing = await startBilling({
    ...database.environmentOf('billing'),
    ...nats.environmentOf('billing'),
    SWEEP_INTERVAL_SECONDS: '1',
  });
});

afterAll(async () => {
  await billing.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const usageOf = (user_id: string): Promise<UsageView> => billing.rpc.call(billingRpc.getUsage, { user_id });

const flagOf = async (user_id: string): Promise<boolean> =>
  (await database.row('SELECT premium_user FROM users WHERE id = $1', [user_id])).premium_user;

describe('a pass that has ended', () => {
  it('is marked by the sweep, and so is the person', async () => {
    const { id: user_id } = await create.user(database);
    await create.pass(database, { user_id, starts_in: -3600, lasts: 3599 });
    await database.rows('UPDATE users SET premium_user = true WHERE id = $1', [user_id]);
    await eventually(async () => {
      const { items } = await billing.rpc.call(billingRpc.listSubscriptions, { user_id, limit: 20 });
      expect(items).toMatchObject([{ active: false }]);
      expect(await flagOf(user_id)).toBe(false);
    }, 4000);
  });

  it('leaves the person premium while another one runs', async () => {
    const { id: user_id } = await create.user(database);
    await create.pass(database, { user_id, starts_in: -7200, lasts: 3600 });
    await create.pass(database, { user_id, starts_in: -60, lasts: 3600 });
    await database.rows('UPDATE users SET premium_user = true WHERE id = $1', [user_id]);
    await eventually(async () => {
      const { items } = await billing.rpc.call(billingRpc.listSubscriptions, { user_id, limit: 20 });
      expect(items.map(({ active }) => active).sort()).toEqual([false, true]);
    }, 4000);
    expect(await flagOf(user_id)).toBe(true);
  });

  it('is not the only reason: a person without any pass is marked so too', async () => {
    const { id: user_id } = await create.user(database);
    await database.rows('UPDATE users SET premium_user = true WHERE id = $1', [user_id]);
    await eventually(async () => {
      expect(await flagOf(user_id)).toBe(false);
    }, 3000);
  });
});

describe('what somebody may still use', () => {
  it('is the free allowance before the first pass', async () => {
    const { id: user_id } = await create.user(database);
    await database.rows(
      'UPDATE usage_stats SET total_messages = 7, total_call_seconds = 200 WHERE user_id = $1',
      [user_id],
    );
    expect(await usageOf(user_id)).toEqual({
      total_messages: 7,
      total_call_seconds: 200,
      free_messages: 20,
      free_call_seconds: 180,
      messages_left: 13,
      call_seconds_left: 0,
      premium: false,
      premium_until: null,
    });
  });

  it('is the free allowance for somebody of whom nothing was counted', async () => {
    expect(await usageOf(crypto.randomUUID())).toMatchObject({
      total_messages: 0,
      messages_left: 20,
      premium: false,
    });
  });

  it('is everything until the end of the last of several passes', async () => {
    const { id: user_id } = await create.user(database);
    const first = await create.pass(database, { user_id, starts_in: -60, lasts: 3600 });
    const last = await database.row(
      `INSERT INTO subscriptions (user_id, plan_type, amount, start_date, end_date)
       VALUES ($1, 'weekly', 199, $2, $2::timestamptz + interval '7 days') RETURNING end_date`,
      [user_id, first.end_date],
    );
    expect(await usageOf(user_id)).toMatchObject({
      messages_left: null,
      call_seconds_left: null,
      premium: true,
      premium_until: (last.end_date as Date).toISOString(),
    });
  });

  it('is the free allowance when only the flag says premium', async () => {
    const { id: user_id } = await create.user(database);
    await database.rows('UPDATE users SET premium_user = true WHERE id = $1', [user_id]);
    expect(await usageOf(user_id)).toMatchObject({ premium: false, messages_left: 20 });
  });
});

describe('the passes of a person', () => {
  const current = (user_id: string): Promise<unknown> =>
    billing.rpc.call(billingRpc.getCurrentSubscription, { user_id });

  it('have one that runs now', async () => {
    const { id: user_id } = await create.user(database);
    await create.pass(database, { user_id, starts_in: 3600 });
    await expect(current(user_id)).rejects.toMatchObject({ code: 'not_found' });
    const running = await create.pass(database, { user_id });
    expect(await current(user_id)).toEqual({
      id: running.id,
      plan_type: 'daily',
      amount: '49.00',
      currency: 'INR',
      start_date: running.start_date.toISOString(),
      end_date: running.end_date.toISOString(),
      active: true,
    });
  });

  it('are listed page by page, newest first, and nobody else’s with them', async () => {
    const { id: user_id } = await create.user(database);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.unshift((await create.pass(database, { user_id })).id);
    await create.pass(database, { user_id: (await create.user(database)).id });
    const first: SubscriptionPage = await billing.rpc.call(billingRpc.listSubscriptions, {
      user_id,
      limit: 2,
    });
    const second = await billing.rpc.call(billingRpc.listSubscriptions, {
      user_id,
      limit: 2,
      cursor: first.next_cursor ?? '',
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next_cursor).toBeNull();
  });
});
