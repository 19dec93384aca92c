import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authRpc, billingRpc, DomainError, type UserView } from '@saathi/contracts';
import { currentContext } from '@saathi/platform';
import { TestNats } from '@saathi/testing';
import { codeOf, send, signIn, startGateway, type RunningGateway } from './running-gateway.js';

const PAGE = 'https://saathi.example';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let nats: TestNats;
let gateway: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({
    ...nats.environmentOf('gateway'),
    CORS_ORIGINS: PAGE,
    PUBLIC_BASE_URL: 'https://api.saathi.example',
  });
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

describe('an unknown route', () => {
  it.each(['GET /v1/nothing', 'POST /v1/me/nothing', 'GET /v2/me', 'GET /v1/me/', 'GET //v1/me'])(
    '%s is not found, signed in or not',
    async (route) => {
      for (const who of [{}, { by: signIn(gateway.mint) }]) {
        const answer = await send(gateway, route, who);
        expect(answer.status).toBe(404);
        expect(await answer.json()).toMatchObject({ code: 'not_found' });
      }
    },
  );

  it.each(['PUT /v1/me', 'DELETE /v1/plans', 'GET /v1/auth/otp/request'])(
    'and %s, a wrong method, is not found either',
    async (route) => {
      const answer = await send(gateway, route, { by: signIn(gateway.mint) });
      expect([404, 405]).toContain(answer.status);
      expect(['not_found', 'method_not_allowed']).toContain(await codeOf(answer));
    },
  );
});

describe('an answer', () => {
  it.each([
    'GET /v1/plans',
    'GET /v1/me',
    'GET /v1/nothing',
    'GET /health/live',
    'GET /v1/sessions/%zz',
    `GET /v1/sessions/${'a'.repeat(8000)}`,
  ])('of %s has the security headers and a request id', async (route) => {
    const { headers } = await send(gateway, route);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-request-id': expect.stringMatching(UUID),
    });
    expect(headers.has('x-powered-by')).toBe(false);
  });
});

describe('what is said of a person', () => {
  it.each(['GET /v1/me', 'GET /%761/me', 'POST /v1/auth/refresh', 'GET /v1/sessions'])(
    'by %s is kept by no cache',
    async (route) => {
      const { headers } = await send(gateway, route, { json: route.startsWith('POST') ? {} : undefined });
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('a problem', () => {
  it('tells what RFC 9457 wants, the code and the request id, and the extras of the code', async () => {
    gateway.services.answer(billingRpc.createPayment, () => {
      throw new DomainError('rate_limited', 'Slowly.', { retry_after: 7, limit: 3 });
    });
    const answer = await send(gateway, 'POST /v1/payments', {
      by: signIn(gateway.mint),
      json: { plan_type: 'daily' },
      headers: { 'x-request-id': 'abc-1' },
    });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await answer.json()).toEqual({
      type: 'https://api.saathi.example/problems/rate_limited',
      title: 'Too many requests',
      status: 429,
      detail: 'Slowly.',
      instance: '/v1/payments',
      code: 'rate_limited',
      request_id: 'abc-1',
      retry_after: 7,
      limit: 3,
    });
  });

  it('quotes nothing of the address but its path', async () => {
    const answer = await send(gateway, 'GET /v1/nothing?secret=1');
    expect(await answer.json()).toMatchObject({ instance: '/v1/nothing' });
  });

  it('tells nothing of an error that was not meant for a client', async () => {
    gateway.services.answer(billingRpc.getUsage, () => {
      throw new Error('duplicate key value: asha@example.com');
    });
    const answer = await send(gateway, 'GET /v1/me/usage', { by: signIn(gateway.mint) });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain('asha');
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', detail: 'Something went wrong on our side' });
  });

  it('has a page that says what its code means', async () => {
    const page = await send(gateway, 'GET /problems/paywall_messages');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('The free messages are used up');
    expect((await send(gateway, 'GET /problems/nothing')).status).toBe(404);
    expect((await send(gateway, 'GET /problems/toString')).status).toBe(404);
  });
});

describe('the request id', () => {
  it.each(['0b9f7c3e-1111-4222-8333-444455556666', 'a_b-C9', 'x'.repeat(64)])(
    '%s of a client is echoed and reaches the services',
    async (id) => {
      let seen: string | undefined;
      gateway.services.answer(billingRpc.listPlans, () => {
        seen = currentContext()?.request_id;
        return { items: [] };
      });
      const answer = await send(gateway, 'GET /v1/plans', { headers: { 'x-request-id': id } });
      expect(answer.headers.get('x-request-id')).toBe(id);
      expect(seen).toBe(id);
    },
  );

  it('reaches the services of a request with a body too', async () => {
    let seen: string | undefined;
    gateway.services.answer(authRpc.updateProfile, () => {
      seen = currentContext()?.request_id;
      throw new DomainError('not_found');
    });
    await send(gateway, 'PATCH /v1/me', {
      by: signIn(gateway.mint),
      json: { name: 'Asha' },
      headers: { 'x-request-id': 'with-a-body' },
    });
    expect(seen).toBe('with-a-body');
  });

  it.each([
    ['too long', 'x'.repeat(65)],
    ['of other characters', 'a b'],
    ['empty', ''],
  ])('is made anew when the one given is %s', async (_how, id) => {
    const answer = await send(gateway, 'GET /v1/plans', { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toMatch(UUID);
  });
});

describe('a page of another origin', () => {
  it('may call when it is on the list', async () => {
    const answer = await send(gateway, 'GET /v1/plans', { headers: { origin: PAGE } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it('may ask whether it may, signed in or not', async () => {
    const answer = await send(gateway, 'OPTIONS /v1/me', {
      headers: {
        origin: PAGE,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,idempotency-key,last-event-id',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(answer.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });

  it.each(['https://evil.example', 'https://saathi.example.evil.example', 'null'])(
    'may not when it is %s',
    async (origin) => {
      const answer = await send(gateway, 'GET /v1/plans', { headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).not.toBe(origin);
      expect(answer.headers.get('access-control-allow-origin')).not.toBe('*');
    },
  );
});

describe('the answers of the services', () => {
  it('go out under the names of the contract', async () => {
    const user: UserView = {
      id: '00000000-0000-7000-8000-000000000001',
      name: 'आशा',
      email: 'asha@example.com',
      phone_number: null,
      gender: 'female',
      persona: 'calm_mature',
      premium_user: false,
      locale: 'hi-IN',
      registration_date: '2026-01-01T00:00:00.000Z',
    };
    gateway.services.answer(authRpc.getProfile, () => user);
    const answer = await send(gateway, 'GET /v1/me', { by: signIn(gateway.mint) });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual(user);
  });

  it('may be none: signing out is 204 without a body', async () => {
    gateway.services.answer(authRpc.logout, () => ({ ok: true }));
    const answer = await send(gateway, 'POST /v1/auth/logout', { by: signIn(gateway.mint) });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('name the client by its own address, not by a header that anybody can write', async () => {
    gateway.services.answer(authRpc.requestOtp, () => ({
      challenge_id: 'x',
      expires_in: 1,
      resend_after: 1,
    }));
    const answer = await send(gateway, 'POST /v1/auth/otp/request', {
      json: { email: 'asha@example.com' },
      headers: { 'x-forwarded-for': '1.2.3.4', 'user-agent': 'a browser' },
    });
    expect(answer.status).toBe(202);
    expect(gateway.services.asked.at(-1)?.request).toEqual({
      email: 'asha@example.com',
      origin: { client_ip: '127.0.0.1', user_agent: 'a browser' },
    });
  });
});

describe('a gateway behind a proxy of ours', () => {
  it('believes that proxy and nobody before it', async () => {
    const behind = await startGateway(
      { ...nats.environmentOf('gateway'), TRUST_PROXY_HOPS: '1' },
      gateway.mint,
    );
    for (const { services } of [gateway, behind])
      services.answer(authRpc.requestOtp, () => ({ challenge_id: 'x', expires_in: 1, resend_after: 1 }));
    const email = `${crypto.randomUUID()}@example.com`;
    await send(behind, 'POST /v1/auth/otp/request', {
      json: { email },
      headers: { 'x-forwarded-for': '1.2.3.4, 203.0.113.7' },
    });
    await behind.stop();
    const asked = [...gateway.services.asked, ...behind.services.asked].map(({ request }) => request);
    expect(asked).toContainEqual(
      expect.objectContaining({ email, origin: expect.objectContaining({ client_ip: '203.0.113.7' }) }),
    );
  });
});

describe('the health of the gateway', () => {
  it('is good while it can do its work', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await send(gateway, `GET ${path}`);
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('is counted for who brings the token, and for nobody else', async () => {
    const METRICS_TOKEN = 'a-token-of-prometheus';
    const guarded = await startGateway({ ...nats.environmentOf('gateway'), METRICS_TOKEN });
    try {
      expect(await codeOf(await send(guarded, 'GET /metrics'))).toBe('not_found');
      const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
      expect(await (await send(guarded, 'GET /metrics', { headers })).text()).toContain(
        'http_request_duration',
      );
    } finally {
      await guarded.stop();
    }
  });

  it('is counted without an id in any label', async () => {
    await send(gateway, 'GET /v1/sessions/00000000-0000-7000-8000-000000000001', {
      by: signIn(gateway.mint),
    });
    const text = await (await send(gateway, 'GET /metrics')).text();
    expect(text).toContain(
      'http_request_duration_seconds_count{route="/v1/sessions/:id",method="GET",status="404"}',
    );
    expect(text).not.toContain('00000000-0000-7000');
  });
});
