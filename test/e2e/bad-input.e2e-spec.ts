import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ask, Person, type Answer } from './person.js';
import { Stack } from './stack.js';

interface Operation {
  readonly requestBody?: object;
  readonly security: readonly object[];
}

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);
const pick = (wanted: (route: (typeof operations)[number]) => boolean): [method: string, path: string][] =>
  operations.filter(wanted).map(({ method, path }) => [method, path]);
const withBody = pick(({ operation }) => operation.requestBody !== undefined);
// What is for operators is closed to people altogether; apps/gateway/test/admin.int-spec.ts tries each of these.
const isForOperators = ({ security }: Operation): boolean =>
  security.some((scheme) => 'operator_token' in scheme);
const withId = pick(({ path, operation }) => path.includes('{id}') && !isForOperators(operation));

const UNKNOWN_ID = '11111111-1111-1111-1111-111111111111';

const bodies: [what: string, body: string][] = [
  ['malformed JSON', '{"text": "x"'],
  ['no object', '[1, 2]'],
  ['a number', '7'],
  ['null', 'null'],
  ['unknown fields', '{"premium_user": true, "user_id": "x", "__proto__": {"admin": true}}'],
  [
    'wrong types',
    '{"email": 7, "text": {"a": 1}, "type": [], "plan_type": false, "name": [], "challenge_id": {}}',
  ],
  ['20,000 levels of brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
  ['2,000 levels in an unknown field', `{"x": ${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}`],
  ['more than it may hold', JSON.stringify({ text: 'x'.repeat(257 * 1024) })],
  ['NUL', '{"text": "a\\u0000b", "email": "a\\u0000@b.test", "name": "\\u0000"}'],
  ['half a surrogate pair', '{"text": "\\ud800", "name": "\\udc00"}'],
  ['nothing', ''],
];

let stack: Stack;
let asha: Person;
let stranger: Person;

beforeAll(async () => {
  stack = await Stack.start({ FREE_MESSAGES: '1000' });
  [asha, stranger] = await Promise.all([Person.join(stack), Person.join(stack)]);
}, 90_000);

afterAll(() => stack.stop(), 30_000);

const isProblem = ({ status, body, headers }: Answer): void => {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({ status, code: expect.any(String), request_id: expect.any(String) });
};

const send = (method: string, path: string, body: string): Promise<Answer> =>
  ask(stack, method, path, method === 'GET' ? undefined : body, { authorization: `Bearer ${asha.token}` });

describe('bad input', () => {
  it.each(withBody)('never breaks %s %s', async (method, path) => {
    const session = await asha.startSession();
    const address = path.replace('{id}', session);
    for (const [, body] of bodies) {
      const answer = await send(method, address, body);
      // PATCH may change nothing, and then succeeds.
      if (answer.status >= 400) isProblem(answer);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it.each(bodies)('is refused as a message: %s', async (_what, body) => {
    const session = await asha.startSession();
    isProblem(await send('POST', `/v1/sessions/${session}/messages`, body));
    expect((await asha.get(`/v1/sessions/${session}/messages`)).body.items).toEqual([]);
  });

  it.each(['%00', 'x', '1 or 1=1', '../../etc/passwd', '%ff%fe', UNKNOWN_ID.slice(1), `${UNKNOWN_ID}%00`])(
    'is refused as an id: %s',
    async (id) => {
      for (const [method, path] of withId) {
        const address = path.replace('{id}', id.includes('%') ? id : encodeURIComponent(id));
        const answer = await send(method, address, '{"text":"x"}');
        expect([400, 404]).toContain(answer.status);
      }
    },
  );

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'limit=1&limit=2',
    'cursor=zzz',
    'cursor=%00',
    'cursor=W10',
    'colour=red',
  ])('is refused as a query: %s', async (query) => {
    isProblem(await asha.get(`/v1/sessions?${query}`));
    isProblem(await asha.get(`/v1/payments?${query}`));
    isProblem(await asha.get(`/v1/me/summary/history?${query}`));
  });

  it('is refused as a header', async () => {
    const answer = await asha.post('/v1/sessions', { type: 'chat' }, { 'idempotency-key': 'k'.repeat(256) });
    isProblem(answer);
  });
});

/** What a person has, in the order it was made: every id that a route could be asked about. */
const thingsOf = async (person: Person): Promise<string[]> => {
  const session = await person.startSession();
  const { body: exchange } = await person.say(session, 'hello');
  // One order is enough: only so many may be open.
  const { body: payments } = await person.get('/v1/payments');
  const payment = payments.items[0] ?? (await person.post('/v1/payments', { plan_type: 'daily' })).body;
  const { body: logins } = await person.get('/v1/auth/logins');
  return [session, exchange.message.id, exchange.reply.id, payment.id, logins.items[0].id, person.id];
};

/** A body that a route takes: nothing but what is asked about may be wrong with it. */
const bodyFor = (method: string, path: string): object | undefined => {
  if (!withBody.some(([other, at]) => other === method && at === path)) return undefined;
  return path.endsWith('/report') ? { reason: 'other' } : { text: 'x' };
};

/** An answer without what names the single request. */
const plain = ({ status, body }: Answer): object => {
  const { request_id: _id, instance: _at, ...rest } = body as Record<string, unknown>;
  return { status, ...rest };
};

describe("a stranger's things", () => {
  it.each(withId)('are as unknown as things that are not there: %s %s', async (method, path) => {
    const things = await thingsOf(asha);
    const as = { authorization: `Bearer ${stranger.token}` };
    const ask_ = (id: string): Promise<Answer> =>
      ask(stack, method, path.replace('{id}', id), bodyFor(method, path), as);
    const unknown = plain(await ask_(UNKNOWN_ID));
    expect(unknown).toMatchObject({ status: 404, code: 'not_found' });
    const before = await asha.get('/v1/me/export');
    for (const id of things) expect(plain(await ask_(id))).toEqual(unknown);
    const after = await asha.get('/v1/me/export');
    for (const table of ['users', 'sessions', 'messages', 'payments', 'logins'])
      expect(after.body[table]).toEqual(before.body[table]);
  });

  it.each([...new Set(withId.map(([, path]) => path))])(
    'are not reached by another verb: %s',
    async (path) => {
      const [id = ''] = await thingsOf(asha);
      const known = withId.filter(([, at]) => at === path).map(([method]) => method);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (verb) => !known.includes(verb),
      )) {
        const answer = await ask(stack, method, path.replace('{id}', id), undefined, {
          authorization: `Bearer ${stranger.token}`,
        });
        expect([404, 405]).toContain(answer.status);
      }
    },
  );
});

describe('an address that is not there', () => {
  it.each(['/nothing', '/v1', '/v1/nothing', '/v1/me/nothing', '/admin'])(
    'is 404, signed in or not: %s',
    async (path) => {
      const answers = await Promise.all([asha.post(path, {}), ask(stack, 'POST', path, {})]);
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    },
  );
});
