import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authRpc, type SignedInView, type TokenPairView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { createPublicKey, verify } from 'node:crypto';
import { startMailStandIn, type MailStandIn } from '../../../stand-ins/mail/mail-stand-in.js';
import { startAuth, type RunningAuth } from './running-auth.js';
import { Visitor } from './visitor.js';

let database: TestDatabase;
let nats: TestNats;
let mail: MailStandIn;
let auth: RunningAuth;

beforeAll(async () => {
  [database, nats, mail] = await Promise.all([TestDatabase.create(), TestNats.start(), startMailStandIn()]);
  auth = await startAuth({
    ...database.environmentOf('auth'),
    ...nats.environmentOf('auth'),
    SMTP_URL: mail.smtp_url,
    REFRESH_GRACE_SECONDS: '1',
  });
});

afterAll(async () => {
  await auth.stop();
  await Promise.all([database.drop(), nats.stop(), mail.close()]);
});

interface Login {
  readonly user_id: string;
  readonly login_id: string;
  readonly refresh_token: string;
  readonly access_token: string;
}

const partOf = (token: string, part: 0 | 1): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());

/** Signs in somebody who has an account. */
const signIn = async (email: string): Promise<Login> => {
  const by = new Visitor(auth.rpc, mail.url, email);
  const place = (await by.mails()).length;
  const { challenge_id } = await by.ask();
  const answer = await by.verify(challenge_id, await eventually(() => by.code(place)));
  const { user, refresh_token, access_token } = answer as SignedInView;
  return { user_id: user.id, login_id: String(partOf(access_token, 1)['sid']), refresh_token, access_token };
};

const newLogin = async (): Promise<Login> => signIn((await create.user(database)).email);

const refresh = (refresh_token: string): Promise<TokenPairView> =>
  auth.rpc.call(authRpc.refresh, { refresh_token });

const list = async ({ user_id, login_id }: Login): Promise<{ id: string; current: boolean }[]> =>
  (await auth.rpc.call(authRpc.listLogins, { user_id, login_id })).items;

const isTold = (login_id: string): Promise<void> =>
  eventually(() => {
    const revoked = auth.told.filter(({ subject }) => subject === 'event.login.revoked');
    expect(revoked.map(({ payload }) => payload)).toContainEqual(expect.objectContaining({ login_id }));
  });

const graceIsOver = (login_id: string): Promise<unknown> =>
  eventually(() =>
    database.row(
      `SELECT 1 FROM refresh_tokens WHERE login_id = $1 AND rotated_at < clock_timestamp() - interval '1 second'`,
      [login_id],
    ),
  );

describe('an access token', () => {
  it('says who and which login, for the time it is announced for, signed with the published key', async () => {
    const { access_token, user_id } = await newLogin();
    const [{ keys }] = [await auth.rpc.call(authRpc.getJwks, {})];
    const { alg, typ, kid } = partOf(access_token, 0);
    expect({ alg, typ }).toEqual({ alg: 'ES256', typ: 'at+jwt' });
    const claims = partOf(access_token, 1);
    expect(claims).toMatchObject({ iss: 'saathi', aud: 'saathi', sub: user_id, jti: expect.any(String) });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(900);
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
    const key = createPublicKey({ key: { ...keys.find((one) => one.kid === kid) }, format: 'jwk' });
    const [header, body, signature = ''] = access_token.split('.');
    const signed = Buffer.from(`${String(header)}.${String(body)}`);
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  });
});

describe('a refresh token', () => {
  it('gives a new pair for the same login', async () => {
    const login = await newLogin();
    const pair = await refresh(login.refresh_token);
    expect(pair).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect(pair.refresh_token).not.toBe(login.refresh_token);
    expect(partOf(pair.access_token, 1)).toMatchObject({ sub: login.user_id, sid: login.login_id });
    await expect(refresh(pair.refresh_token)).resolves.toMatchObject({ token_type: 'Bearer' });
  });

  it('has one successor, though twenty tabs use it at once', async () => {
    const { refresh_token, login_id } = await newLogin();
    const pairs = await Promise.all(Array.from({ length: 20 }, () => refresh(refresh_token)));
    expect(new Set(pairs.map((pair) => pair.refresh_token)).size).toBe(1);
    const stored = await database.rows('SELECT 1 FROM refresh_tokens WHERE login_id = $1', [login_id]);
    expect(stored).toHaveLength(2);
  });

  it('ends the login when it is used again after the grace', async () => {
    const login = await newLogin();
    const { refresh_token: child } = await refresh(login.refresh_token);
    await graceIsOver(login.login_id);
    await expect(refresh(login.refresh_token)).rejects.toMatchObject({ code: 'refresh_reused' });
    await expect(refresh(child)).rejects.toMatchObject({ code: 'refresh_invalid' });
    await isTold(login.login_id);
    expect(await list(login)).toEqual([]);
  });

  it('ends the login when it is used again although its successor was used', async () => {
    const login = await newLogin();
    const { refresh_token: child } = await refresh(login.refresh_token);
    await refresh(child);
    await expect(refresh(login.refresh_token)).rejects.toMatchObject({ code: 'refresh_reused' });
    await isTold(login.login_id);
  });

  it('touches no other login of the person by being stolen', async () => {
    const { email } = await create.user(database);
    const [stolen, other] = [await signIn(email), await signIn(email)];
    await refresh(stolen.refresh_token);
    await graceIsOver(stolen.login_id);
    await expect(refresh(stolen.refresh_token)).rejects.toMatchObject({ code: 'refresh_reused' });
    await expect(refresh(other.refresh_token)).resolves.toMatchObject({ token_type: 'Bearer' });
  });

  it.each([
    ['was made up', 'x'.repeat(43)],
    ['is empty', ''],
  ])('is refused when it %s', async (_what, token) => {
    await expect(refresh(token)).rejects.toMatchObject({ code: 'refresh_invalid' });
  });

  it.each(['expires_at', 'idle_expires_at'])('is refused when its login is past %s', async (column) => {
    const { refresh_token, login_id } = await newLogin();
    await database.rows(`UPDATE logins SET ${column} = now() - interval '1 second' WHERE id = $1`, [
      login_id,
    ]);
    await expect(refresh(refresh_token)).rejects.toMatchObject({ code: 'refresh_invalid' });
  });
});

describe('signing out', () => {
  it('ends this login and no other', async () => {
    const { email } = await create.user(database);
    const [here, there] = [await signIn(email), await signIn(email)];
    await auth.rpc.call(authRpc.logout, here);
    await expect(refresh(here.refresh_token)).rejects.toMatchObject({ code: 'refresh_invalid' });
    await isTold(here.login_id);
    expect(await list(there)).toEqual([expect.objectContaining({ id: there.login_id, current: true })]);
  });

  it('may be repeated', async () => {
    const login = await newLogin();
    await auth.rpc.call(authRpc.logout, login);
    await expect(auth.rpc.call(authRpc.logout, login)).resolves.toEqual({ ok: true });
  });

  it('everywhere ends every login', async () => {
    const { email, id: user_id } = await create.user(database);
    const logins = [await signIn(email), await signIn(email), await signIn(email)];
    await auth.rpc.call(authRpc.logoutAll, { user_id });
    for (const { refresh_token, login_id } of logins) {
      await expect(refresh(refresh_token)).rejects.toMatchObject({ code: 'refresh_invalid' });
      await isTold(login_id);
    }
  });
});

describe('the list of logins', () => {
  it('shows where somebody is signed in, and which one asks', async () => {
    const { email } = await create.user(database);
    const [first, second] = [await signIn(email), await signIn(email)];
    const items = await auth.rpc.call(authRpc.listLogins, first);
    expect(items.items).toEqual([
      expect.objectContaining({ id: second.login_id, current: false, user_agent: 'test' }),
      expect.objectContaining({ id: first.login_id, current: true, user_agent: 'test' }),
    ]);
  });

  it('lets one of them be ended, once', async () => {
    const login = await newLogin();
    await auth.rpc.call(authRpc.revokeLogin, login);
    await isTold(login.login_id);
    await expect(auth.rpc.call(authRpc.revokeLogin, login)).rejects.toMatchObject({ code: 'not_found' });
  });

  it("lets nobody end somebody else's", async () => {
    const [mine, yours] = [await newLogin(), await newLogin()];
    const theft = auth.rpc.call(authRpc.revokeLogin, { user_id: mine.user_id, login_id: yours.login_id });
    await expect(theft).rejects.toMatchObject({ code: 'not_found' });
    await expect(refresh(yours.refresh_token)).resolves.toMatchObject({ token_type: 'Bearer' });
  });

  it('holds ten: the eleventh login ends the oldest', async () => {
    const { id, email } = await create.user(database);
    const [oldest] = await database.rows<{ id: string }>(
      `INSERT INTO logins (id, user_id, salt, created_at, idle_expires_at, expires_at)
       SELECT gen_random_uuid(), $1, '\\x00', now() - make_interval(hours => 11 - n), now() + interval '1 day', now() + interval '1 day'
       FROM generate_series(1, 10) n RETURNING id`,
      [id],
    );
    const newest = await signIn(email);
    const left = (await list(newest)).map((login) => login.id);
    expect(left).toHaveLength(10);
    expect(left).toContain(newest.login_id);
    expect(left).not.toContain(oldest?.id);
    await isTold(oldest?.id ?? '');
  });
});
