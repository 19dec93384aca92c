import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authRpc, billingRpc, conversationRpc, DomainError } from '@saathi/contracts';
import { TestNats } from '@saathi/testing';
import { readFileSync } from 'node:fs';
import { send, signIn, startGateway, type RunningGateway, type SignedIn } from './running-gateway.js';

interface Operation {
  readonly security: readonly Record<string, unknown>[];
}

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const closedBy = (scheme: string): string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security.some((wanted) => scheme in wanted))
      .map(([method]) => `${method.toUpperCase()} ${path.replaceAll('{id}', crypto.randomUUID())}`),
  );

let nats: TestNats;
let gateway: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
  gateway.services.answer(authRpc.admitOperator, ({ operator_id, login_id }) => {
    if (ended.has(login_id)) throw new DomainError('unauthorized');
    return { id: operator_id, email: 'om@example.com' };
  });
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

const ended = new Set<string>();

/** Somebody with an operator's token. */
const operator = (): SignedIn => {
  const { user_id, login_id } = signIn(gateway.mint);
  const claims = { aud: 'saathi-operators', sub: user_id, sid: login_id };
  return { user_id, login_id, token: gateway.mint.token({ claims }) };
};

describe('a route for operators', () => {
  it.each(closedBy('operator_token'))(
    '%s is closed to people, and to those who are nobody',
    async (route) => {
      expect((await send(gateway, route, { by: signIn(gateway.mint) })).status).toBe(401);
      expect((await send(gateway, route)).status).toBe(401);
    },
  );

  it('is open to an operator', async () => {
    const by = operator();
    const answer = await send(gateway, 'GET /v1/admin/me', { by });
    expect([answer.status, await answer.json()]).toEqual([200, { id: by.user_id, email: 'om@example.com' }]);
  });

  it('is closed to an operator as soon as their login has ended, though their token is good', async () => {
    const by = operator();
    expect((await send(gateway, 'GET /v1/admin/me', { by })).status).toBe(200);
    ended.add(by.login_id);
    expect((await send(gateway, 'GET /v1/admin/me', { by })).status).toBe(401);
  });
});

describe('a route for people', () => {
  it.each(closedBy('access_token'))('%s is closed to operators', async (route) => {
    expect((await send(gateway, route, { by: operator() })).status).toBe(401);
  });
});

describe('the overview', () => {
  it('shows what the services say, and leaves the part of one that does not answer empty', async () => {
    const talk = { messages_today: 7, sessions_today: 2, call_minutes_today: 1, model_cost_today: null };
    gateway.services.answer(conversationRpc.getOverview, () => talk);
    gateway.services.answer(billingRpc.getOverview, () => {
      throw new DomainError('service_unavailable');
    });
    const answer = await send(gateway, 'GET /v1/admin/overview', { by: operator() });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ talk, money: null, at: expect.any(String) });
  });
});
