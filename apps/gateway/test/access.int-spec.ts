import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authRpc, billingRpc, events } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { createHmac, randomUUID } from 'node:crypto';
import { send, signIn, startGateway, type RunningGateway, type SignedIn } from './running-gateway.js';
import { TokenMint } from './token-mint.js';

let nats: TestNats;
let gateway: RunningGateway;
/** A second replica beside it. */
let replica: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
  replica = await startGateway({ ...nats.environmentOf('gateway') }, gateway.mint);
  for (const { services } of [gateway, replica]) {
    services.answer(billingRpc.listPlans, () => ({ items: [] }));
    services.answer(authRpc.listLogins, () => ({ items: [] }));
  }
});

afterAll(async () => {
  await gateway.stop();
  await replica.stop();
  await nats.stop();
});

const now = (): number => Math.floor(Date.now() / 1000);

const knock = (authorization: string, door = gateway): Promise<Response> =>
  send(door, 'GET /v1/auth/logins', { headers: { authorization } });

const revoke = ({ user_id, login_id }: SignedIn): Promise<void> =>
  gateway.events.publish(events.loginRevoked, { user_id, login_id });

describe('a closed route', () => {
  it.each([
    'GET /v1/me',
    'PATCH /v1/me',
    'GET /v1/me/usage',
    'GET /v1/me/summary',
    'GET /v1/me/persona',
    'GET /v1/me/events',
    'GET /v1/sessions',
    'POST /v1/sessions',
    'DELETE /v1/sessions/00000000-0000-7000-8000-000000000001',
    'DELETE /v1/messages/00000000-0000-7000-8000-000000000001',
    'GET /v1/payments',
    'GET /v1/subscriptions/current',
    'GET /v1/auth/logins',
    'POST /v1/auth/logout',
    'POST /v1/auth/logout-all',
  ])('%s wants somebody to be signed in', async (route) => {
    const answer = await send(gateway, route);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthorized', title: 'Sign in first' });
  });

  it.each(['GET /v1/plans', 'GET /.well-known/jwks.json', 'GET /health/live', 'GET /openapi.json'])(
    'is not %s',
    async (route) => {
      expect((await send(gateway, route)).status).toBe(200);
    },
  );

  it('hands the service the person of the token and nobody else', async () => {
    const by = signIn(gateway.mint);
    expect((await send(gateway, 'GET /v1/auth/logins', { by })).status).toBe(200);
    const asked = [...gateway.services.asked, ...replica.services.asked];
    const { user_id, login_id } = by;
    expect(asked.filter(({ subject }) => subject === 'rpc.auth.list_logins')).toContainEqual({
      subject: 'rpc.auth.list_logins',
      request: { user_id, login_id },
    });
  });
});

describe('an access token', () => {
  it.each([
    ['is good', {}],
    ['was signed by a clock 20 s ahead', { iat: now() + 20, exp: now() + 920 }],
    ['has been expired for 25 s', { iat: now() - 925, exp: now() - 25 }],
  ])('lets in when it %s', async (_how, claims) => {
    expect((await knock(`Bearer ${gateway.mint.token({ claims })}`)).status).toBe(200);
  });

  const hs256 = (): string => {
    const unsigned = gateway.mint.unsigned({ header: { alg: 'HS256' } });
    return `${unsigned}.${createHmac('sha256', gateway.mint.publicPem).update(unsigned).digest('base64url')}`;
  };
  const tampered = (): string => {
    const [header, , signature] = gateway.mint.token().split('.');
    const other = gateway.mint.unsigned().split('.')[1];
    return [header, other, signature].join('.');
  };

  it.each<[string, () => string]>([
    ['is missing', () => ''],
    ['is no token', () => 'hello'],
    ['has no signature', () => `${gateway.mint.unsigned()}.`],
    ['wants no signature', () => `${gateway.mint.unsigned({ header: { alg: 'none' } })}.`],
    ['is signed with the public key as a secret', hs256],
    ['is signed by somebody else', () => new TokenMint().token()],
    ['was changed after it was signed', tampered],
    ['names a key that is not ours', () => gateway.mint.token({ header: { kid: 'other' } })],
    ['names no key', () => gateway.mint.token({ header: { kid: undefined } })],
    [
      'brings its own key',
      () => new TokenMint().token({ header: { jku: 'http://127.0.0.1:1/keys', kid: 'own' } }),
    ],
    ['is no access token', () => gateway.mint.token({ header: { typ: 'JWT' } })],
    ['is for somebody else', () => gateway.mint.token({ claims: { aud: 'other' } })],
    ['is for several audiences, none of them us', () => gateway.mint.token({ claims: { aud: ['a', 'b'] } })],
    ['is from somebody else', () => gateway.mint.token({ claims: { iss: 'other' } })],
    ['expired 31 s ago', () => gateway.mint.token({ claims: { iat: now() - 931, exp: now() - 31 } })],
    ['never expires', () => gateway.mint.token({ claims: { exp: undefined } })],
    ['is not good yet', () => gateway.mint.token({ claims: { nbf: now() + 60 } })],
    ['names nobody', () => gateway.mint.token({ claims: { sub: undefined } })],
    ['names no login', () => gateway.mint.token({ claims: { sid: undefined } })],
  ])('is refused when it %s', async (_how, token) => {
    const answer = await knock(`Bearer ${token()}`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthorized', detail: 'Sign in first' });
  });

  it('is refused when it is too long to be one of ours', async () => {
    const long = gateway.mint.token({ claims: { more: 'x'.repeat(8000) } });
    expect((await knock(`Bearer ${long}`)).status).toBe(401);
  });

  it('of a megabyte is refused before it is read', async () => {
    expect((await knock(`Bearer ${'x'.repeat(1024 * 1024)}`)).status).toBe(431);
  });

  it('is refused in another scheme', async () => {
    expect((await knock(`Basic ${gateway.mint.token()}`)).status).toBe(401);
  });
});

describe('a login that ended', () => {
  it('is shut out on every gateway within a second', async () => {
    const by = signIn(gateway.mint);
    for (const door of [gateway, replica]) expect((await knock(`Bearer ${by.token}`, door)).status).toBe(200);
    await revoke(by);
    await eventually(async () => {
      for (const door of [gateway, replica])
        expect((await knock(`Bearer ${by.token}`, door)).status).toBe(401);
    }, 1000);
  });

  it('leaves the other logins of the person alone', async () => {
    const [here, there] = [signIn(gateway.mint), signIn(gateway.mint)];
    await revoke(here);
    await eventually(async () => {
      expect((await knock(`Bearer ${here.token}`)).status).toBe(401);
    });
    expect((await knock(`Bearer ${there.token}`)).status).toBe(200);
  });

  it('is known to a gateway that starts later', async () => {
    const by = signIn(gateway.mint);
    await revoke(by);
    const later = await startGateway({ ...nats.environmentOf('gateway') }, gateway.mint);
    try {
      expect((await knock(`Bearer ${by.token}`, later)).status).toBe(401);
    } finally {
      await later.stop();
    }
  });

  it('is shut out within a second after the broker was restarted, too', async () => {
    for (let round = 0; round < 3; round += 1) {
      const by = signIn(gateway.mint);
      for (const door of [gateway, replica])
        expect((await knock(`Bearer ${by.token}`, door)).status).toBe(200);
      await nats.kill();
      await nats.restart();
      // As soon as the one who tells is back; whoever hears must not be later than a second after that.
      await eventually(() => revoke(by));
      await eventually(async () => {
        for (const door of [gateway, replica])
          expect((await knock(`Bearer ${by.token}`, door)).status).toBe(401);
      }, 1000);
    }
  }, 20_000);

  it('is shut out by a gateway that had lost the broker when it was told', async () => {
    const by = signIn(gateway.mint);
    await nats.kill();
    await nats.restart();
    await eventually(() => revoke(by));
    await nats.kill();
    await nats.restart();
    await eventually(async () => {
      for (const door of [gateway, replica])
        expect((await knock(`Bearer ${by.token}`, door)).status).toBe(401);
    }, 3000);
    await eventually(async () => {
      for (const door of [gateway, replica])
        expect((await knock(`Bearer ${gateway.mint.token()}`, door)).status).toBe(200);
    });
  }, 20_000);
});

describe('an account that was closed', () => {
  it('is shut out on every gateway, whichever login asks', async () => {
    const here = signIn(gateway.mint);
    const there = gateway.mint.token({ claims: { sub: here.user_id } });
    await eventually(() => gateway.events.publish(events.accountClosed, { user_id: here.user_id }));
    await eventually(async () => {
      for (const door of [gateway, replica]) {
        expect((await knock(`Bearer ${here.token}`, door)).status).toBe(401);
        expect((await knock(`Bearer ${there}`, door)).status).toBe(401);
      }
    }, 1000);
  });
});

describe('another signing key', () => {
  it('is known from the first token on that is signed with it, while the former is still good', async () => {
    const next = new TokenMint('next');
    for (const { services } of [gateway, replica])
      services.answer(authRpc.getJwks, () => ({ keys: [...gateway.mint.jwks.keys, ...next.jwks.keys] }));
    const knocks = Array.from({ length: 40 }, (_, index) =>
      knock(`Bearer ${(index % 2 === 0 ? gateway.mint : next).token()}`),
    );
    const answers = await Promise.all(knocks);
    expect(answers.map(({ status }) => status)).toEqual(knocks.map(() => 200));
  });

  it('that nobody publishes is asked for once a second at most, however many name it', async () => {
    const askedForKeys = (): number =>
      [...gateway.services.asked, ...replica.services.asked].filter(
        ({ subject }) => subject === authRpc.getJwks.subject,
      ).length;
    const before = askedForKeys();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        knock(`Bearer ${gateway.mint.token({ header: { kid: randomUUID() } })}`),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(askedForKeys() - before).toBeLessThan(4);
  });
});
