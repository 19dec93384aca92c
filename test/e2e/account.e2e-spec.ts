import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { ask, Person } from './person.js';
import { Stack } from './stack.js';
import { findTraces } from './stored-traces.js';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
}, 90_000);

afterAll(() => stack.stop(), 30_000);

/** Somebody whose every word can be found again. */
const marked = async (): Promise<{ person: Person; mark: string; traces: string[] }> => {
  const mark = `mark${randomUUID().replaceAll('-', '')}`;
  const phone_number = `+9198${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const person = await Person.join(stack, { name: `Asha ${mark}`, phone_number });
  const traces = [person.id, person.id.replaceAll('-', ''), person.email, mark, phone_number.slice(1)];
  return { person, mark, traces };
};

const pay = async (payment: { checkout: { url: string } }): Promise<number> =>
  (await fetch(`${payment.checkout.url}/pay`, { method: 'POST', headers: { accept: 'application/json' } }))
    .status;

/** The model takes its time for the next answers of a kind. */
const slowDown = async (match: string, times: number): Promise<void> => {
  const fault = { mode: 'slow_first_token', ms: 600, times, match };
  const { status } = await fetch(`${stack.model}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect(status).toBeLessThan(300);
};

describe('an export', () => {
  it('holds everything that is stored about a person, and no secret', async () => {
    const { person, mark } = await marked();
    await person.spendEvening([
      `I value honest people ${mark}`,
      'I am afraid of my exam next week',
      'I overthink at night and want to sleep',
    ]);
    const { body: payment } = await person.post('/v1/payments', { plan_type: 'daily' });
    expect(await pay(payment)).toBe(200);
    await eventually(async () => {
      expect((await person.get(`/v1/payments/${payment.id}`)).body.status).toBe('success');
    });
    const { status, body, headers } = await person.get('/v1/me/export');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="saathi-.*\.json"$/);
    expect(body.users).toMatchObject([{ id: person.id, email: person.email, name: `Asha ${mark}` }]);
    expect(body.messages.map(({ text }: { text: string }) => text)).toContain(
      `I value honest people ${mark}`,
    );
    expect(body.payments).toMatchObject([{ id: payment.id, status: 'success', amount: 49 }]);
    expect(body.security_events.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['registered', 'data_exported']),
    );
    const secret = Object.values<Record<string, unknown>[]>(body)
      .filter(Array.isArray)
      .flatMap((rows) => rows.flatMap((row) => Object.keys(row)))
      .filter((name) => /salt|hash|sha256|^otp$/.test(name));
    expect(secret).toEqual([]);
  }, 40_000);

  it('names every table that holds something about the person', async () => {
    const { person, traces } = await marked();
    const { body } = await person.get('/v1/me/export');
    const stored = await findTraces(stack.database, traces);
    const tables = new Set(stored.map((place) => place.split('.')[0]));
    expect([...tables].filter((table) => !(String(table) in body))).toEqual([]);
    const personal = await stack.database.rows<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('user_id', 'email') AND table_name NOT IN ('erasures', 'operators')`,
    );
    expect(personal.map(({ name }) => name).filter((name) => !(name in body))).toEqual([]);
  });

  it('comes as a page to read, in which nothing is markup', async () => {
    const person = await Person.join(stack, { name: '<b>Asha</b>', locale: 'en-IN' });
    const session = await person.startSession();
    await person.say(session, '<script>alert(1)</script> नमस्ते');
    const answer = await fetch(`${stack.url}/v1/me/export`, {
      headers: { authorization: `Bearer ${person.token}`, accept: 'text/html' },
    });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; नमस्ते');
    expect(page).toContain('&lt;b&gt;Asha&lt;/b&gt;');
    expect(page).not.toMatch(/<script|<b>Asha/);
  });
});

describe('deleting an account', () => {
  it('takes everything, even while the person talks, is summarised and pays', async () => {
    const { person, mark, traces } = await marked();
    await slowDown('summary', 2);
    const other = await Person.join(stack);
    for (let evening = 0; evening < 2; evening += 1) {
      const session = await person.startSession();
      for (const text of [`I value honesty ${mark}`, 'I want to sleep', 'I overthink'])
        await person.say(session, text);
      await person.post(`/v1/sessions/${session}/end`);
    }
    const { body: paid } = await person.post('/v1/payments', { plan_type: 'daily' });
    await pay(paid);
    const { body: unpaid } = await person.post('/v1/payments', { plan_type: 'weekly' });
    const talking = await person.startSession();
    await slowDown('chat', 1);
    const busy = [
      (async () => {
        for await (const { event } of person.stream(talking, `still here ${mark}`))
          if (event === 'never') return;
      })(),
      person.post(`/v1/sessions/${talking}/messages`, { text: `and again ${mark}` }),
      ...Array.from({ length: 5 }, () => person.post('/v1/payments', { plan_type: 'daily' })),
      ...Array.from({ length: 5 }, () => person.post('/v1/sessions', { type: 'chat' })),
    ];
    const { status, body: receipt } = await person.delete('/v1/me');
    expect([status, Object.keys(receipt)]).toEqual([202, ['receipt_id']]);
    const outcomes = await Promise.allSettled(busy);
    const crashed = outcomes.filter(
      (outcome) => outcome.status === 'fulfilled' && outcome.value?.status === 500,
    );
    expect(crashed).toEqual([]);
    await eventually(async () => {
      const { body } = await ask(stack, 'GET', `/v1/erasures/${receipt.receipt_id}`);
      expect(body.completed_at).not.toBeNull();
    }, 20_000);
    expect((await person.get('/v1/me')).status).toBe(401);
    // Somebody pays for the order that was left open: the webhook brings the name and the address back.
    expect(await pay(unpaid)).toBe(200);
    await eventually(async () => {
      const bill = await stack.database.row(
        'SELECT user_id, review_reason FROM billing_orders WHERE payment_id = $1',
        [unpaid.id],
      );
      expect(bill).toEqual({ user_id: null, review_reason: 'user_deleted' });
    }, 10_000);
    expect(await findTraces(stack.database, traces)).toEqual([]);
    const kept = await stack.database.rows(
      'SELECT user_id, plan_type, amount, provider_status FROM billing_orders WHERE payment_id = $1',
      [paid.id],
    );
    expect(kept).toEqual([{ user_id: null, plan_type: 'daily', amount: '49.00', provider_status: 'PAID' }]);
    expect((await other.get('/v1/me')).status).toBe(200);
  }, 60_000);

  it('shuts out every login of the person, and lets them begin anew', async () => {
    const person = await Person.join(stack);
    expect((await person.delete('/v1/me')).status).toBe(202);
    expect(await person.get('/v1/me')).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    const refreshed = await ask(stack, 'POST', '/v1/auth/refresh', { refresh_token: person.refreshToken });
    expect(refreshed).toMatchObject({ status: 401, body: { code: 'refresh_invalid' } });
  });

  it('gives a receipt that says nothing of the person, to anybody who has it', async () => {
    const person = await Person.join(stack);
    const { body } = await person.delete('/v1/me');
    const receipt = await eventually(async () => {
      const answer = await ask(stack, 'GET', `/v1/erasures/${body.receipt_id}`);
      expect(answer.body.completed_at).not.toBeNull();
      return answer;
    });
    expect(Object.keys(receipt.body)).toEqual(['receipt_id', 'requested_at', 'completed_at']);
    expect(await ask(stack, 'GET', `/v1/erasures/${randomUUID()}`)).toMatchObject({ status: 404 });
  });
});
