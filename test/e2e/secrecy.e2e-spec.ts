import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { ask, Person, readCode } from './person.js';
import { Stack } from './stack.js';
import { findTraces } from './stored-traces.js';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ LOG_LEVEL: 'trace' });
}, 90_000);

afterAll(() => stack.stop(), 30_000);

/** Everything that must not be found again, from an evening in which much went wrong, too. */
const secretEvening = async (): Promise<{ words: string[]; secrets: string[]; codes: string[] }> => {
  const mark = `swordfish${randomUUID().slice(0, 8)}`;
  const phone_number = '+919812345670';
  const person = await Person.join(stack, { name: `Asha ${mark}`, phone_number });
  const session = await person.startSession();
  for (const text of [`I value honest people, ${mark}`, 'I am afraid of my exam', 'I overthink at night'])
    await person.say(session, text);
  const fault = { mode: 'error_401', times: 1, match: 'chat' };
  await fetch(`${stack.model}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect((await person.say(session, `${mark} that fails`)).status).toBe(503);
  expect((await person.post(`/v1/sessions/${session}/messages?q=${mark}`, `{"text": "${mark}`)).status).toBe(
    400,
  );
  expect((await person.patch('/v1/me', { name: '', phone_number: mark })).status).toBe(400);
  await person.post(`/v1/sessions/${session}/end`);
  await person.summaryOf(session);
  const { body: payment } = await person.post('/v1/payments', { plan_type: 'daily', phone_number });
  await fetch(`${payment.checkout.url}/pay`, { method: 'POST', headers: { accept: 'application/json' } });
  await eventually(async () => {
    expect((await person.get(`/v1/payments/${payment.id}`)).body.status).toBe('success');
  });
  const refreshed = await ask(stack, 'POST', '/v1/auth/refresh', { refresh_token: person.refreshToken });
  const again = await ask(stack, 'POST', '/v1/auth/otp/request', { email: person.email });
  const code = await eventually(async () => {
    const answer = await fetch(`${stack.inbox}/api/messages?to=${encodeURIComponent(person.email)}`);
    const { items } = (await answer.json()) as { items: object[] };
    expect(items).toHaveLength(2);
    return readCode(stack, person.email);
  });
  const wrong = { challenge_id: again.body.challenge_id, otp: '000000' };
  await ask(stack, 'POST', '/v1/auth/otp/verify', wrong);
  const signedIn = await ask(stack, 'POST', '/v1/auth/otp/verify', { ...wrong, otp: code });
  expect(signedIn.status).toBe(200);
  await person.get('/v1/me/export');
  return {
    words: [person.email, mark, phone_number],
    secrets: [
      person.token,
      person.refreshToken,
      ...[refreshed, signedIn].flatMap(({ body }) => [body.access_token, body.refresh_token]),
    ],
    codes: [code],
  };
};

/** A code among other digits is chance; by itself it is a code. */
const holdsCode = (text: string, code: string): boolean =>
  new RegExp(String.raw`(?<![\w.-])${code}(?![\w.-])`).test(text);

describe('what must stay secret', () => {
  it('is in no log line and, but for what a person said of themselves, in no table', async () => {
    const { words, secrets, codes } = await secretEvening();
    const logs = stack.logs();
    expect(logs.split('\n').length).toBeGreaterThan(100);
    expect(
      [...words, ...secrets].filter((secret) => logs.toLowerCase().includes(secret.toLowerCase())),
    ).toEqual([]);
    expect(codes.filter((code) => holdsCode(logs, code))).toEqual([]);
    expect(await findTraces(stack.database, secrets)).toEqual([]);
    const kept = await stack.database.rows<{ otp: string }>('SELECT otp FROM otp_logins');
    expect(kept.filter(({ otp }) => codes.some((code) => otp.includes(code)))).toEqual([]);
  }, 40_000);

  it('is not said by a log line that a newline in a header would forge', async () => {
    const forged = 'x"}\n{"level":"info","msg":"forged"}';
    await ask(stack, 'GET', '/v1/me', undefined, {
      'user-agent': encodeURIComponent(forged),
      'x-request-id': 'a%0Ab',
    });
    for (const line of stack.logs().split('\n').filter(Boolean))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});
