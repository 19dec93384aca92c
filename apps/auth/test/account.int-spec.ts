import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authRpc, events, type ExportChunk, type SignedInView } from '@saathi/contracts';
import { eventually, TestDatabase, TestNats } from '@saathi/testing';
import pg from 'pg';
import { startMailStandIn, type MailStandIn } from '../../../stand-ins/mail/mail-stand-in.js';
import { startAuth, type RunningAuth } from './running-auth.js';
import { Visitor, wrong } from './visitor.js';

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
    SWEEP_INTERVAL_SECONDS: '1',
  });
});

afterAll(async () => {
  await auth.stop();
  await Promise.all([database.drop(), nats.stop(), mail.close()]);
});

interface Member {
  readonly by: Visitor;
  readonly user_id: string;
  readonly login_id: string;
  readonly view: SignedInView;
}

const loginOf = ({ access_token }: SignedInView): string =>
  (JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;

const signIn = async (by: Visitor): Promise<SignedInView> => {
  const mails = (await by.mails()).length;
  const { challenge_id } = await by.ask();
  const code = await eventually(() => by.code(mails));
  const proven = await by.verify(challenge_id, code);
  return proven.status === 'signed_in' ? proven : by.register(proven.registration_token);
};

const member = async (): Promise<Member> => {
  const by = new Visitor(auth.rpc, mail.url);
  const view = await signIn(by);
  return { by, view, user_id: view.user.id, login_id: loginOf(view) };
};

const kindsOf = async ({ user_id }: Member): Promise<string[]> =>
  (await auth.rpc.call(authRpc.listSecurityEvents, { user_id, limit: 100 })).items.map(({ kind }) => kind);

const consentsOf = async ({ user_id }: Member): Promise<[string, boolean][]> =>
  (await auth.rpc.call(authRpc.listConsents, { user_id })).items
    .map(({ purpose, withdrawn_at }): [string, boolean] => [purpose, withdrawn_at === null])
    .sort();

const exported = async ({ user_id, login_id }: Member): Promise<Map<string, object[]>> => {
  const chunks: ExportChunk[] = [];
  for await (const chunk of auth.rpc.stream(authRpc.exportRows, { user_id, login_id })) chunks.push(chunk);
  return new Map(
    chunks.map(({ table, rows }) => [table, rows.map((row) => JSON.parse(row) as object)] as const),
  );
};

describe('the security log of a person', () => {
  it('tells what happened to the account, newest first, and where from', async () => {
    const person = await member();
    await auth.rpc.call(authRpc.updateProfile, { user_id: person.user_id, name: 'Asha Rao' });
    const { challenge_id } = await person.by.ask();
    const code = await eventually(() => person.by.code(1));
    await expect(person.by.verify(challenge_id, wrong(code))).rejects.toMatchObject({ code: 'otp_invalid' });
    await eventually(async () => {
      expect(await kindsOf(person)).toEqual(['sign_in_failed', 'profile_changed', 'registered']);
    });
    const { items } = await auth.rpc.call(authRpc.listSecurityEvents, { user_id: person.user_id, limit: 1 });
    expect(items).toEqual([
      {
        id: expect.any(String),
        kind: 'sign_in_failed',
        login_id: null,
        client_ip: person.by.client_ip,
        user_agent: 'test',
        created_at: expect.any(String),
      },
    ]);
  });

  it('tells of a refresh token that was used twice, and which login it ended', async () => {
    const person = await member();
    const { refresh_token } = person.view;
    const next = await auth.rpc.call(authRpc.refresh, { refresh_token });
    await auth.rpc.call(authRpc.refresh, { refresh_token: next.refresh_token });
    await expect(auth.rpc.call(authRpc.refresh, { refresh_token })).rejects.toMatchObject({
      code: 'refresh_reused',
    });
    await eventually(async () => {
      const { items } = await auth.rpc.call(authRpc.listSecurityEvents, {
        user_id: person.user_id,
        limit: 1,
      });
      expect(items).toMatchObject([{ kind: 'refresh_reused', login_id: person.login_id }]);
    });
  });

  it('is nothing about an address that is nobody', async () => {
    const by = new Visitor(auth.rpc, mail.url);
    const before = await database.rows('SELECT 1 FROM security_events');
    const { challenge_id } = await by.ask();
    await expect(by.verify(challenge_id, 'wrong')).rejects.toMatchObject({ code: 'otp_invalid' });
    expect(await database.rows('SELECT 1 FROM security_events')).toHaveLength(before.length);
  });
});

describe('a consent', () => {
  it('can be taken back and given again, and every edition stays listed', async () => {
    const person = await member();
    const { user_id, login_id } = person;
    const change = (given: boolean): Promise<unknown> =>
      auth.rpc.call(authRpc.changeConsent, { user_id, login_id, purpose: 'evolution', given });
    await change(false);
    expect(await consentsOf(person)).toEqual([
      ['adult', true],
      ['evolution', false],
      ['service', true],
    ]);
    await change(false);
    await change(true);
    await change(true);
    expect(await consentsOf(person)).toEqual([
      ['adult', true],
      ['evolution', false],
      ['evolution', true],
      ['service', true],
    ]);
    await eventually(async () => {
      expect((await kindsOf(person)).slice(0, 2)).toEqual(['consent_given', 'consent_withdrawn']);
    });
  });

  it.each(['adult', 'service'] as const)('to %s stays while there is an account', async (purpose) => {
    const person = await member();
    const { user_id, login_id } = person;
    await expect(
      auth.rpc.call(authRpc.changeConsent, { user_id, login_id, purpose, given: false }),
    ).rejects.toMatchObject({ code: 'forbidden', detail: expect.stringContaining('DELETE /v1/me') });
    expect(await consentsOf(person)).toContainEqual([purpose, true]);
  });
});

describe('an export', () => {
  it('has every table, also an empty one, and no more than the person has', async () => {
    const [person, other] = [await member(), await member()];
    const tables = await exported(person);
    expect(tables.get('users')).toMatchObject([{ id: person.user_id, email: person.by.email }]);
    expect(tables.get('logins')).toMatchObject([{ id: person.login_id, user_agent: 'test' }]);
    expect(tables.get('otp_address_failures')).toEqual([]);
    expect(JSON.stringify([...tables])).not.toContain(other.user_id);
  });

  it('holds the line about itself, however long that takes to write', async () => {
    const person = await member();
    const writer = new pg.Client({ connectionString: database.url });
    await writer.connect();
    try {
      await writer.query('BEGIN');
      await writer.query('LOCK TABLE security_events IN SHARE MODE');
      const tables = exported(person);
      await eventually(async () => {
        const waiting = await database.rows(
          `SELECT 1 FROM pg_locks WHERE relation = 'security_events'::regclass AND NOT granted`,
        );
        expect(waiting).toHaveLength(1);
      });
      await writer.query('COMMIT');
      const events = (await tables).get('security_events') ?? [];
      expect(events).toContainEqual(expect.objectContaining({ kind: 'data_exported' }));
    } finally {
      await writer.end();
    }
  });
});

describe('deleting an account', () => {
  const erase = (user_id: string): Promise<{ receipt_id: string }> =>
    auth.rpc.call(authRpc.erasePerson, { user_id });

  const receipt = (receipt_id: string): Promise<object> =>
    database.row('SELECT user_id, completed_at IS NOT NULL AS complete FROM erasures WHERE receipt_id = $1', [
      receipt_id,
    ]);

  it('ends in a receipt that has forgotten whose it is', async () => {
    const person = await member();
    const { receipt_id } = await erase(person.user_id);
    expect(await receipt(receipt_id)).toEqual({ user_id: null, complete: true });
    await expect(erase(person.user_id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes the past events of the person, but for the one that shuts them out', async () => {
    const person = await member();
    await auth.rpc.call(authRpc.logout, { user_id: person.user_id, login_id: person.login_id });
    await erase(person.user_id);
    const kept = await auth.feed.replay(person.user_id, 0, Object.values(events));
    expect(kept.map(({ subject }) => subject)).toEqual(['event.account.closed']);
  });

  it('is completed by the sweep when its process died half-way', async () => {
    const person = await member();
    // As if it had been killed right after it had written down what was asked.
    const receipt_id = crypto.randomUUID();
    await database.rows(
      `INSERT INTO erasures (receipt_id, user_id, requested_at) VALUES ($1, $2, now() - interval '1 minute')`,
      [receipt_id, person.user_id],
    );
    await eventually(async () => {
      expect(await receipt(receipt_id)).toEqual({ user_id: null, complete: true });
    });
    expect(await database.rows('SELECT 1 FROM users WHERE id = $1', [person.user_id])).toEqual([]);
    expect(await database.rows('SELECT 1 FROM otp_challenges WHERE email = $1', [person.by.email])).toEqual(
      [],
    );
  });

  it('asked for twice at once gives one receipt', async () => {
    const person = await member();
    const answers = await Promise.allSettled([erase(person.user_id), erase(person.user_id)]);
    const receipts = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value.receipt_id] : [],
    );
    expect(new Set(receipts).size).toBe(1);
    expect(await database.rows('SELECT 1 FROM users WHERE id = $1', [person.user_id])).toEqual([]);
  });
});

describe('the end of a login', () => {
  it('is told by the sweep when its process died before it told', async () => {
    const person = await member();
    await database.rows(`UPDATE logins SET revoked_at = now() - interval '1 minute' WHERE id = $1`, [
      person.login_id,
    ]);
    await eventually(() => {
      expect(auth.told.map(({ payload }) => payload)).toContainEqual({
        user_id: person.user_id,
        login_id: person.login_id,
      });
    }, 10_000);
  }, 15_000);
});
