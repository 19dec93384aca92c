import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestNats } from '@saathi/testing';
import { request, type IncomingMessage } from 'node:http';
import { codeOf, send, signIn, startGateway, type RunningGateway, type SignedIn } from './running-gateway.js';

const ID = '00000000-0000-7000-8000-000000000001';

/** A route of each kind: open or closed, making or changing, streaming or not. */
const WRITES = [
  'POST /v1/auth/otp/request',
  'POST /v1/auth/otp/verify',
  'POST /v1/auth/register',
  'POST /v1/auth/refresh',
  'PATCH /v1/me',
  'POST /v1/sessions',
  `POST /v1/sessions/${ID}/messages`,
  'POST /v1/payments',
];
const LISTS = ['/v1/sessions', `/v1/sessions/${ID}/messages`, '/v1/me/summary/history', '/v1/payments'];
const THINGS = [
  'GET /v1/sessions/:id',
  'POST /v1/sessions/:id/end',
  'GET /v1/sessions/:id/messages',
  'GET /v1/payments/:id',
  'DELETE /v1/auth/logins/:id',
  'GET /v1/sessions/:id/transcript',
  'DELETE /v1/sessions/:id',
  'DELETE /v1/messages/:id',
];

let nats: TestNats;
let gateway: RunningGateway;
let by: SignedIn;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
});

beforeEach(async () => {
  by = signIn(gateway.mint);
  // The first token makes the gateway ask for the keys; later questions are those of the test.
  await send(gateway, 'GET /v1/plans', { by });
  gateway.services.asked.length = 0;
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

/** What of an answer tells whether it is the refusal it should be. */
const outcome = async (answer: Response): Promise<object> => ({
  status: answer.status,
  type: answer.headers.get('content-type'),
  code: await codeOf(answer),
});

const refusal = (status = 400, code = 'validation_failed'): object => ({
  status,
  type: 'application/problem+json; charset=utf-8',
  code,
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a body that cannot be used', () => {
  const bodies: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['is cut off', '{"text": "hel'],
    ['is no JSON', 'text=hello'],
    ['is an array', '[]'],
    ['is null', 'null'],
    ['is a number', '7'],
    ['is a text', '"hello"'],
    ['is empty', ''],
    ['is an empty object with a stranger', '{"nonsense": 1}'],
    ['is nested 33 levels deep', `{"name": ${nested(32)}}`],
    ['is nested 20,000 levels deep', `{"name": ${nested(20_000)}}`],
    ['holds NUL', '{"name": "a\\u0000b", "text": "a\\u0000b", "email": "a\\u0000b@example.com"}'],
    [
      'holds half of a surrogate pair',
      '{"name": "\\ud800", "text": "\\udc00", "email": "\\ud800@example.com"}',
    ],
    ['names a prototype', '{"__proto__": {"type": "chat"}, "type": "chat"}'],
    ['names a constructor', '{"constructor": {"prototype": {}}}'],
    ['is not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ['is UTF-16', Uint8Array.from(Buffer.from('\ufeff{"type":"chat"}', 'utf16le'))],
    ['has numbers for texts', '{"email": 1, "otp": 1, "name": 1, "text": 1, "type": 1, "plan_type": 1}'],
    [
      'has objects for texts',
      '{"email": {}, "otp": {}, "name": {}, "text": {}, "type": {}, "plan_type": {}}',
    ],
    ['has lists for texts', '{"email": [], "otp": [], "name": [], "text": [], "type": [], "plan_type": []}'],
  ];

  it.each(bodies)('is refused when it %s', async (_how, body) => {
    const answers = await Promise.all(WRITES.map((route) => send(gateway, route, { by, body })));
    expect(await Promise.all(answers.map(outcome))).toEqual(WRITES.map(() => refusal()));
    expect(gateway.services.asked).toEqual([]);
  });

  it.each(['{"unknown":1}', '[]', '5', '"s"', 'null'])(
    'is refused as %s where none is wanted',
    async (body) => {
      const routes = ['POST /v1/auth/logout', 'POST /v1/auth/logout-all', `POST /v1/sessions/${ID}/end`];
      const answers = await Promise.all(routes.map((route) => send(gateway, route, { by, body })));
      expect(await Promise.all(answers.map(outcome))).toEqual(routes.map(() => refusal()));
      expect(gateway.services.asked).toEqual([]);
    },
  );

  it('is refused when it is not JSON by its own account', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answers = await Promise.all(
      WRITES.map((route) => send(gateway, route, { by, body: 'a=b', headers })),
    );
    expect(await Promise.all(answers.map(outcome))).toEqual(
      WRITES.map(() => refusal(415, 'unsupported_media_type')),
    );
  });

  it('is refused when it is larger than 256 KiB', async () => {
    const json = { text: 'x'.repeat(256 * 1024), name: 'x' };
    const answers = await Promise.all(WRITES.map((route) => send(gateway, route, { by, json })));
    expect(await Promise.all(answers.map(outcome))).toEqual(WRITES.map(() => refusal(413, 'body_too_large')));
  });

  it.each([
    ['white space alone', ' \n\t\u3000'],
    ['4001 characters', 'न'.repeat(4001)],
  ])('is refused when its text is %s', async (_what, text) => {
    const answer = await send(gateway, `POST /v1/sessions/${ID}/messages`, { by, json: { text } });
    expect(await answer.json()).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'text', message: 'text must be text of 1 to 4000 characters' }],
    });
  });

  it('lets 4000 characters of any plane through, byte for byte', async () => {
    const text = '👩'.repeat(4000);
    await send(gateway, `POST /v1/sessions/${ID}/messages`, { by, json: { text } });
    expect(gateway.services.asked).toEqual([
      {
        subject: 'rpc.conversation.send_message',
        request: expect.objectContaining({ text, tag: 'general' }),
      },
    ]);
  });

  it('names every fault', async () => {
    const json = {
      registration_token: 'x',
      name: '\u202Egnp',
      gender: 'none',
      is_adult: 'yes',
      accepted_terms: true,
    };
    const answer = await send(gateway, 'POST /v1/auth/register', { json });
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['gender', 'is_adult', 'name']);
  });
});

describe('an address that cannot be used', () => {
  it.each([
    ...['1', 'null', 'abc', `${ID}x`, "1' OR '1'='1", '%00', '..%2f..'].map((id) => [id, id] as const),
    ['150 characters long', 'x'.repeat(150)] as const,
  ])('is refused when its id is %s', async (_name, id) => {
    const routes = THINGS.map((route) =>
      route.replace(':id', id.includes('%') ? id : encodeURIComponent(id)),
    );
    const answers = await Promise.all(routes.map((route) => send(gateway, route, { by })));
    expect(await Promise.all(answers.map(outcome))).toEqual(THINGS.map(() => refusal()));
    expect(gateway.services.asked).toEqual([]);
  });

  const queries = [
    ...[
      'limit=0',
      'limit=101',
      'limit=-1',
      'limit=1.5',
      'limit=abc',
      'limit=1e9',
      'limit=1&limit=2',
      'limit[]=1',
    ],
    ...['cursor=%00', 'nonsense=1', '__proto__=1', 'constructor=1'],
  ];

  it.each([
    ...queries.map((query) => [query, query] as const),
    ['a cursor of 301 characters', `cursor=${'x'.repeat(301)}`] as const,
  ])('is refused when its query is %s', async (_name, query) => {
    const answers = await Promise.all(LISTS.map((path) => send(gateway, `GET ${path}?${query}`, { by })));
    expect(await Promise.all(answers.map(outcome))).toEqual(LISTS.map(() => refusal()));
    expect(gateway.services.asked).toEqual([]);
  });

  it('is refused when it cannot be decoded', async () => {
    expect(await outcome(await send(gateway, 'GET /v1/sessions/%zz', { by }))).toEqual(refusal());
  });
});

describe('an Idempotency-Key', () => {
  it.each([
    ['is empty', ''],
    ['is 256 characters long', 'k'.repeat(256)],
    ['is not ASCII', 'cl\u00e9'],
  ])('is refused when it %s', async (_how, key) => {
    const answer = await send(gateway, 'POST /v1/sessions', {
      by,
      json: { type: 'chat' },
      headers: { 'idempotency-key': key },
    });
    expect(await answer.json()).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'Idempotency-Key' }],
    });
  });
});

describe('what is not even HTTP', () => {
  it('is answered as well as that can be', async () => {
    const { hostname, port } = new URL(gateway.url);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const broken = request({ hostname, port, path: '/v1/me', headers: { 'x-long': 'x'.repeat(20_000) } });
      broken.on('response', resolve);
      broken.on('error', reject);
      broken.end();
    });
    expect([answer.statusCode, answer.statusMessage]).toEqual([431, 'Request Header Fields Too Large']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
  });
});
