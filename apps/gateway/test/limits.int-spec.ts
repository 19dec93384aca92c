import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { billingRpc } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { randomBytes, randomInt } from 'node:crypto';
import { send, signIn, startGateway, type RequestParts, type RunningGateway } from './running-gateway.js';

const LIMIT = 20;
const LIMIT_OF_ADDRESS = 25 * LIMIT;
/** Answered without asking a service. */
const PAGE = 'GET /problems/rate_limited';

let nats: TestNats;
let gateways: [RunningGateway, RunningGateway];
let ahead = 0;

beforeAll(async () => {
  nats = await TestNats.start();
  const environment = {
    ...nats.environmentOf('gateway'),
    RATE_LIMIT_PER_MINUTE: String(LIMIT),
    TRUST_PROXY_HOPS: '1',
    CORS_ORIGINS: 'https://saathi.example',
  };
  const first = await startGateway(environment);
  gateways = [first, await startGateway(environment, first.mint)];
  for (const { services } of gateways) services.answer(billingRpc.listPlans, () => ({ items: [] }));
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await nats.stop();
});

beforeEach(() => {
  const clock = Date.now;
  ahead = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => clock() + ahead);
});

afterEach(() => {
  jest.restoreAllMocks();
});

const someAddress = (): string => [10, ...randomBytes(3)].join('.');
const from = (address: string): RequestParts => ({ headers: { 'x-forwarded-for': address } });
const signedIn = (): RequestParts => ({ by: signIn(gateways[0].mint), ...from(someAddress()) });

const passed = (answers: readonly Response[]): number =>
  answers.filter(({ status }) => status !== 429).length;

const atOnce = async (times: number, who: RequestParts, doors = gateways): Promise<number> =>
  passed(
    await Promise.all(Array.from({ length: times }, (_, n) => send(doors[n % 2] ?? doors[0], PAGE, who))),
  );

const inTurn = async (
  times: number,
  who: RequestParts,
  doors: readonly RunningGateway[] = gateways,
): Promise<number> => {
  const answers: Response[] = [];
  for (let n = 0; n < times; n += 1)
    answers.push(await send(doors[n % doors.length] ?? gateways[0], PAGE, who));
  return passed(answers);
};

describe('a person who asks too often', () => {
  it('gets exactly as many answers as the limit says from two gateways, one after the other', async () => {
    expect(await inTurn(3 * LIMIT, signedIn())).toBe(LIMIT);
  });

  it('gets exactly as many when all ask at once, minute after minute', async () => {
    const who = signedIn();
    for (let minute = 0; minute < 5; minute += 1) {
      expect(await atOnce(3 * LIMIT, who)).toBe(LIMIT);
      ahead += 60_000;
    }
  });

  it('is told so, and when to come again', async () => {
    const who = signedIn();
    await inTurn(LIMIT, who, [gateways[0]]);
    const answer = await send(gateways[0], 'POST /v1/nothing', {
      ...who,
      headers: { origin: 'https://saathi.example', 'x-request-id': 'too-many' },
    });
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=20;w=60');
    expect(answer.headers.get('ratelimit')).toBe(`"default";r=0;t=${String(seconds)}`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://saathi.example');
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({
      code: 'rate_limited',
      title: 'Too many requests',
      detail: `Too many requests; try again in ${String(seconds)} seconds.`,
      instance: '/v1/nothing',
      request_id: 'too-many',
      retry_after: seconds,
    });
  });

  it('hinders nobody else, behind the same address or elsewhere', async () => {
    const address = from(someAddress());
    const [eager, calm] = [signIn(gateways[0].mint), signIn(gateways[0].mint)];
    expect(await atOnce(3 * LIMIT, { by: eager, ...address })).toBe(LIMIT);
    expect(await inTurn(LIMIT, { by: calm, ...address })).toBe(LIMIT);
    expect(await inTurn(2, address)).toBe(2);
  });

  it('is one person, however many devices and addresses they come from', async () => {
    const by = signIn(gateways[0].mint);
    const phone = { ...by, token: gateways[0].mint.token({ claims: { sub: by.user_id } }) };
    let answers = await inTurn(LIMIT, { by, ...from(someAddress()) });
    answers += await inTurn(LIMIT, { by: phone, ...from(someAddress()) });
    expect(answers).toBe(LIMIT);
  });

  it('is counted for what does not exist and for open routes too', async () => {
    const who = signedIn();
    await inTurn(LIMIT - 2, who, [gateways[0]]);
    const routes = ['GET /v1/nothing', 'GET /v1/plans', 'GET /v1/nothing', 'GET /v1/plans', 'GET /v1/%zz'];
    const statuses: number[] = [];
    for (const route of routes) statuses.push((await send(gateways[0], route, who)).status);
    expect(statuses).toEqual([404, 200, 429, 429, 429]);
  });
});

describe('an answer', () => {
  it('says what is left of the limit', async () => {
    const who = signedIn();
    const answers = [await send(gateways[0], 'GET /v1/plans', who), await send(gateways[0], PAGE, who)];
    expect(answers.map(({ headers }) => headers.get('ratelimit-policy'))).toEqual(
      Array(2).fill('"default";q=20;w=60'),
    );
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"default";r=19;t=(60|59)$/);
    expect(answers[1]?.headers.get('ratelimit')).toMatch(/^"default";r=18;t=(60|59)$/);
  });

  it('says so too when it is a stream, which counts once', async () => {
    const leave = new AbortController();
    const answer = await send(gateways[0], 'GET /v1/me/events', { ...signedIn(), signal: leave.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('ratelimit')).toMatch(/^"default";r=19;t=\d+$/);
    leave.abort();
  });

  it.each(['GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /docs/assets/swagger-ui.css'])(
    'to %s is not counted',
    async (route) => {
      const answer = await send(gateways[0], route);
      expect([answer.status, answer.headers.has('ratelimit')]).toEqual([200, false]);
    },
  );

  it('to Cashfree is not counted', async () => {
    const answer = await send(gateways[0], 'POST /v1/webhooks/cashfree', { json: {} });
    expect(answer.headers.has('ratelimit')).toBe(false);
  });

  it('to the question of a browser whether it may ask is not counted', async () => {
    const answer = await send(gateways[0], 'OPTIONS /v1/me', {
      headers: { origin: 'https://saathi.example', 'access-control-request-method': 'PATCH' },
    });
    expect([answer.status, answer.headers.has('ratelimit')]).toEqual([204, false]);
  });
});

describe('somebody who is not signed in', () => {
  it('shares a 25 times higher limit with everybody behind the address', async () => {
    const who = from(someAddress());
    expect(await atOnce(LIMIT_OF_ADDRESS + 40, who)).toBe(LIMIT_OF_ADDRESS);
    const { status, headers } = await send(gateways[1], 'GET /v1/plans', who);
    expect([status, headers.get('ratelimit-policy')]).toEqual([
      429,
      `"default";q=${String(LIMIT_OF_ADDRESS)};w=60`,
    ]);
    expect(await inTurn(2, from(someAddress()))).toBe(2);
  });

  it('is known by what the proxy of ours says, not by what is written before', async () => {
    const address = someAddress();
    const posing = Array.from({ length: LIMIT_OF_ADDRESS + 40 }, () =>
      send(gateways[0], PAGE, from(`${someAddress()}, ${address}`)),
    );
    expect(passed(await Promise.all(posing))).toBe(LIMIT_OF_ADDRESS);
  });

  it('is one network, when the address is one of the many of IPv6', async () => {
    const network = `2001:db8:${randomInt(65_536).toString(16)}:7`;
    const answers = Array.from({ length: LIMIT_OF_ADDRESS + 40 }, (_, n) =>
      send(gateways[0], PAGE, from(`${network}::${n.toString(16)}`)),
    );
    expect(passed(await Promise.all(answers))).toBe(LIMIT_OF_ADDRESS);
  });

  it('is refused before a flood of bad tokens is looked at, while those with a good one go on', async () => {
    const address = from(someAddress());
    const by = signIn(gateways[0].mint);
    expect((await send(gateways[0], 'GET /v1/nothing', { by, ...address })).status).toBe(404);
    const bad = Array.from({ length: LIMIT_OF_ADDRESS + 40 }, (_, n) =>
      send(gateways[0], 'GET /v1/me', {
        headers: { ...address.headers, authorization: `Bearer bad-${String(n)}` },
      }),
    );
    const statuses = (await Promise.all(bad)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(LIMIT_OF_ADDRESS);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
    expect((await send(gateways[0], 'GET /v1/nothing', { by, ...address })).status).toBe(404);
  });

  it('is not charged for people who sign in behind the same address', async () => {
    const address = from(someAddress());
    for (let n = 0; n < 5; n += 1)
      await send(gateways[0], PAGE, { by: signIn(gateways[0].mint), ...address });
    const { headers } = await send(gateways[0], PAGE, address);
    expect(headers.get('ratelimit')).toContain(`r=${String(LIMIT_OF_ADDRESS - 1)};`);
  });
});

describe('a refusal', () => {
  it('is counted, and told of once a minute, without an address', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn');
    const address = someAddress();
    const by = signIn(gateways[0].mint);
    expect(await inTurn(LIMIT + 5, { by, ...from(address) }, [gateways[0]])).toBe(LIMIT);
    expect(warn.mock.calls).toEqual([['rate limit reached', { limited: 'user', limit: LIMIT }]]);
    const counted = await (await send(gateways[0], 'GET /metrics')).text();
    expect(counted).toMatch(/rate_limited_total\{limited="user"\} [1-9]/);
    expect(counted).not.toContain(address);
  });
});

describe('a gateway whose broker', () => {
  it('says nothing answers after a moment, and then at once', async () => {
    nats.freeze();
    try {
      const began = performance.now();
      expect((await send(gateways[0], PAGE, from(someAddress()))).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(1000);
      const later = performance.now();
      expect(await inTurn(10, from(someAddress()), [gateways[0]])).toBe(10);
      expect(performance.now() - later).toBeLessThan(500);
    } finally {
      nats.thaw();
    }
  });

  it('is away limits by itself, and shares the limit again when the broker is back', async () => {
    const [here, there] = gateways;
    const eager = signedIn();
    // Their token is known from now on: the keys of tokens come over the broker as well.
    for (const gateway of gateways) await send(gateway, PAGE, eager);
    ahead += 60_000;
    await nats.kill();
    await eventually(async () => {
      expect((await send(here, 'GET /health/ready')).status).toBe(503);
      expect((await send(there, 'GET /health/ready')).status).toBe(503);
    });
    expect(await inTurn(2 * LIMIT, eager, [here])).toBe(LIMIT);
    expect(await inTurn(2 * LIMIT, eager, [there])).toBe(LIMIT);
    await nats.restart();
    await eventually(async () => {
      expect((await send(here, 'GET /health/ready')).status).toBe(200);
      expect((await send(there, 'GET /health/ready')).status).toBe(200);
    });
    // What was let through meanwhile is told to the others, and so is what comes next.
    expect(await inTurn(4, eager)).toBe(0);
    await eventually(async () => {
      expect(await atOnce(3 * LIMIT, signedIn())).toBe(LIMIT);
    });
  }, 20_000);
});
