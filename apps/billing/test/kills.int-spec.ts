import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaymentView } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { startCashfreeStandIn, type CashfreeStandIn } from '../../../stand-ins/cashfree/cashfree-stand-in.js';
import { BillingProcess } from './billing-process.js';
import { ask } from './customer.js';
import { openDoor, type Door } from './door.js';
import { OwnPostgres } from './own-postgres.js';

let postgres: OwnPostgres;
let nats: TestNats;
let door: Door;
let cashfree: CashfreeStandIn;
let billings: BillingProcess[] = [];

const start = async (): Promise<void> => {
  const environment = {
    LOG_LEVEL: 'info',
    DATABASE_URL: postgres.url,
    DATABASE_ROLE: 'saathi_billing',
    ...nats.environmentOf('billing'),
    CASHFREE_BASE_URL: cashfree.base_url,
    CASHFREE_CLIENT_ID: 'stand-in',
    CASHFREE_CLIENT_SECRET: 'stand-in-secret',
    CASHFREE_WEBHOOK_SECRETS: 'stand-in-secret',
    // Nothing here may be owed to Cashfree being asked.
    RECONCILE_INTERVAL_SECONDS: '3600',
  };
  billings = await Promise.all([BillingProcess.start(environment), BillingProcess.start(environment)]);
};

beforeAll(async () => {
  [postgres, nats] = await Promise.all([OwnPostgres.start(), TestNats.start()]);
  door = await openDoor(nats.environmentOf('gateway'));
  cashfree = await startCashfreeStandIn({
    webhook_url: `${door.url}/v1/webhooks/cashfree`,
    retry_seconds: [0.5, 1, 2, 3, 4, 5, 5, 5],
  });
  await start();
}, 60_000);

afterAll(async () => {
  await Promise.all(billings.map((billing) => billing.kill('SIGTERM')));
  await door.close();
  await Promise.all([cashfree.close(), nats.stop(), postgres.stop()]);
}, 30_000);

const customer = async (): Promise<{ id: string; token: string }> => {
  const [row] = await postgres.rows(
    `INSERT INTO users (name, email, gender, persona) VALUES ('Asha', $1, 'female', 'calm_mature') RETURNING id`,
    [`${randomUUID()}@example.com`],
  );
  return { id: row.id, token: door.mint.token({ claims: { sub: row.id, sid: randomUUID() } }) };
};

const order = async ({ token }: { token: string }): Promise<PaymentView> =>
  (await ask(door, token, 'POST /v1/payments', { plan_type: 'daily' })).body;

const pay = async ({ payment_session_id }: PaymentView): Promise<void> => {
  const page = `${cashfree.url}/checkout/${payment_session_id ?? ''}/pay`;
  const answer = await fetch(page, { method: 'POST', headers: { accept: 'application/json' } });
  expect(answer.status).toBe(200);
};

const passesOf = async ({ id }: { id: string }): Promise<number> => {
  const [{ count }] = (await postgres.rows(
    'SELECT count(*)::int AS count FROM subscriptions WHERE user_id = $1',
    [id],
  )) as [{ count: number }];
  return count;
};

/** How Cashfree's tries to tell of an order were answered, the last one last. */
const answersFor = async ({ cashfree_order_id }: PaymentView): Promise<unknown[]> => {
  const { items } = (await (await fetch(`${cashfree.url}/__webhooks`)).json()) as {
    items: { order_id: string; status?: number }[];
  };
  return items.filter(({ order_id }) => order_id === cashfree_order_id).map(({ status }) => status);
};

/** Ten people pay at the same moment, and while their webhooks come something happens. */
const payWhile = async (what: () => Promise<void>): Promise<void> => {
  const people = await Promise.all(Array.from({ length: 10 }, customer));
  const payments: PaymentView[] = [];
  for (const person of people) payments.push(await order(person));
  await Promise.all([...payments.map(pay), what()]);
  await eventually(async () => {
    for (const payment of payments) expect((await answersFor(payment)).at(-1)).toBe(200);
  }, 40_000);
  await eventually(async () => {
    for (const person of people) expect(await passesOf(person)).toBe(1);
  }, 20_000);
};

describe('billing, killed between taking a webhook in and acting on it (B24)', () => {
  it('grants the pass once when it is back, and Cashfree was told 200 before', async () => {
    const by = await customer();
    const payment = await order(by);
    // Whoever wants to grant has to wait for this.
    const holder = await postgres.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM payments WHERE id = $1 FOR UPDATE', [payment.id]);
    await pay(payment);
    await eventually(async () => {
      expect(await answersFor(payment)).toEqual([200]);
    });
    await Promise.all(billings.map((billing) => billing.kill()));
    await holder.query('ROLLBACK');
    await holder.end();
    const [inbox] = await postgres.rows('SELECT status FROM payment_events WHERE cashfree_order_id = $1', [
      payment.cashfree_order_id,
    ]);
    expect([inbox.status, await passesOf(by)]).toEqual(['received', 0]);
    await start();
    await eventually(async () => {
      expect(await passesOf(by)).toBe(1);
    }, 15_000);
    expect(await answersFor(payment)).toEqual([200]);
  }, 60_000);
});

describe('while ten people pay (B25)', () => {
  it('one billing is killed: nobody notices', async () => {
    await payWhile(async () => {
      await billings[0]?.kill();
    });
    await billings[1]?.kill();
    await start();
  }, 90_000);

  it('NATS is killed: Cashfree’s tries end in 200, and each has one pass', async () => {
    await payWhile(async () => {
      await nats.kill();
      await nats.restart();
    });
  }, 90_000);

  it('Postgres is killed: Cashfree’s tries end in 200, and each has one pass', async () => {
    await payWhile(async () => {
      await postgres.kill();
      await postgres.restart();
    });
  }, 90_000);
});
