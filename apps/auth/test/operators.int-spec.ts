import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  authRpc,
  DomainError,
  type OperatorLoginRequest,
  type OperatorSignedInView,
} from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
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
  });
});

afterAll(async () => {
  await auth.stop();
  await Promise.all([database.drop(), nats.stop(), mail.close()]);
});

const origin = { client_ip: '203.0.113.7', user_agent: 'test' };

const newOperator = async (): Promise<{ id: string; email: string }> => {
  const [id, email] = [randomUUID(), `${randomUUID()}@example.com`];
  await database.rows('INSERT INTO operators (id, email) VALUES ($1, $2)', [id, email]);
  return { id, email };
};

const ask = (email: string): Promise<{ challenge_id: string }> =>
  auth.rpc.call(authRpc.requestOperatorOtp, { email, locale: 'en-IN', origin: ownOrigin() });

/** Each request from an address of its own, since all of them are limited. */
const ownOrigin = (): typeof origin => ({ ...origin, client_ip: new Visitor(auth.rpc, mail.url).client_ip });

const codeFor = (email: string): Promise<string> =>
  eventually(() => new Visitor(auth.rpc, mail.url, email).code());

const verify = (challenge_id: string, otp: string): Promise<OperatorSignedInView> =>
  auth.rpc.call(authRpc.verifyOperatorOtp, { challenge_id, otp, origin });

const signIn = async ({ email }: { email: string }): Promise<OperatorSignedInView> => {
  const { challenge_id } = await ask(email);
  return verify(challenge_id, await codeFor(email));
};

const claimsOf = ({ access_token }: OperatorSignedInView): Record<string, unknown> =>
  JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString());

const loginOf = (signedIn: OperatorSignedInView): OperatorLoginRequest => ({
  operator_id: signedIn.operator.id,
  login_id: String(claimsOf(signedIn)['sid']),
});

const recordOf = ({ id }: { id: string }): Promise<{ kind: string }[]> =>
  database.rows('SELECT kind FROM operator_actions WHERE operator_id = $1 ORDER BY created_at', [id]);

describe('an operator', () => {
  it('signs in with a mailed code and gets a short-lived token of an audience of its own', async () => {
    const operator = await newOperator();
    const signedIn = await signIn(operator);
    expect(signedIn).toMatchObject({ status: 'signed_in', token_type: 'Bearer', expires_in: 3600, operator });
    expect(claimsOf(signedIn)).toMatchObject({ aud: 'saathi-operators', sub: operator.id });
    expect(signedIn).not.toHaveProperty('refresh_token');
    expect(await auth.rpc.call(authRpc.admitOperator, loginOf(signedIn))).toEqual(operator);
    expect(await recordOf(operator)).toEqual([{ kind: 'signed_in' }]);
  });

  it('is out at once when signed out, and it is written down once', async () => {
    const operator = await newOperator();
    const login = loginOf(await signIn(operator));
    await auth.rpc.call(authRpc.signOutOperator, login);
    await auth.rpc.call(authRpc.signOutOperator, login);
    await expect(auth.rpc.call(authRpc.admitOperator, login)).rejects.toMatchObject({ code: 'unauthorized' });
    expect(await recordOf(operator)).toEqual([{ kind: 'signed_in' }, { kind: 'signed_out' }]);
  });

  it('is out at once when removed, and gets no code any more', async () => {
    const operator = await newOperator();
    const login = loginOf(await signIn(operator));
    await database.rows('UPDATE operators SET removed_at = now() WHERE id = $1', [operator.id]);
    await expect(auth.rpc.call(authRpc.admitOperator, login)).rejects.toMatchObject({ code: 'unauthorized' });
    await ask(operator.email);
    expect(await new Visitor(auth.rpc, mail.url, operator.email).mails()).toHaveLength(1);
  });

  it('uses a code once, though it is handed in twenty times at once', async () => {
    const operator = await newOperator();
    const { challenge_id } = await ask(operator.email);
    const code = await codeFor(operator.email);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => verify(challenge_id, code)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await recordOf(operator)).toEqual([{ kind: 'signed_in' }]);
  });

  it('finds wrong codes in the record', async () => {
    const operator = await newOperator();
    const { challenge_id } = await ask(operator.email);
    const code = await codeFor(operator.email);
    await expect(verify(challenge_id, wrong(code))).rejects.toMatchObject({
      code: 'otp_invalid',
      extras: { attempts_left: 4 },
    });
    await eventually(async () => {
      expect(await recordOf(operator)).toEqual([{ kind: 'sign_in_failed' }]);
    });
  });

  it('is listed with what was done, newest first, page by page', async () => {
    const operator = await newOperator();
    await signIn(operator);
    const page = { operator_id: operator.id, limit: 1 };
    const first = await auth.rpc.call(authRpc.listOperatorActions, page);
    expect(first.items).toMatchObject([{ kind: 'signed_in', operator_email: operator.email, reason: null }]);
    const cursor = first.next_cursor ?? '';
    const second = await auth.rpc.call(authRpc.listOperatorActions, { ...page, cursor });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });
});

describe('somebody who is no operator', () => {
  it('gets the same answers, but no mail, and no token for the code that was made', async () => {
    const known = await newOperator();
    const stranger = { email: `${randomUUID()}@example.com` };
    const [one, other] = [await ask(known.email), await ask(stranger.email)];
    expect(Object.keys(other)).toEqual(Object.keys(one));
    expect(other).toEqual({ ...one, challenge_id: other.challenge_id });
    await codeFor(known.email);
    expect(await new Visitor(auth.rpc, mail.url, stranger.email).mails()).toEqual([]);
    await expect(verify(other.challenge_id, '000000')).rejects.toMatchObject({ code: 'otp_invalid' });
  });

  it('is limited like an operator', async () => {
    const known = await newOperator();
    const askOften = async (email: string): Promise<string[]> => {
      const answers: string[] = [];
      for (let n = 0; n < 12; n += 1)
        answers.push(
          await ask(email).then(
            () => 'ok',
            (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
          ),
        );
      return answers;
    };
    expect(await askOften(`${randomUUID()}@example.com`)).toEqual(await askOften(known.email));
  });

  it('is no operator by being a person, even of the same address', async () => {
    const operator = await newOperator();
    const person = await create.user(database, { email: operator.email });
    const { challenge_id } = await new Visitor(auth.rpc, mail.url, operator.email).ask();
    const code = await codeFor(operator.email);
    await expect(verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_invalid' });
    const login = { operator_id: person.id, login_id: randomUUID() };
    await expect(auth.rpc.call(authRpc.admitOperator, login)).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

describe("a code asked for at the operators' door", () => {
  it('opens nothing at the door of the people, where no other mail can be had for it either', async () => {
    const operator = await newOperator();
    const { challenge_id } = await ask(operator.email);
    const visitor = new Visitor(auth.rpc, mail.url, operator.email);
    const code = await codeFor(operator.email);
    await expect(visitor.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_invalid' });
    await expect(auth.rpc.call(authRpc.resendOtp, { challenge_id })).rejects.toMatchObject({
      code: 'otp_invalid',
    });
    expect((await visitor.mails())[0]?.text).toContain("Saathi's pages for operators");
    expect(await verify(challenge_id, code)).toMatchObject({ status: 'signed_in' });
  });
});

describe('the record of what operators did', () => {
  it.each([`UPDATE operator_actions SET reason = 'x'`, 'DELETE FROM operator_actions'])(
    'refuses even its owner: %s',
    async (statement) => {
      await signIn(await newOperator());
      await expect(database.rows(statement)).rejects.toThrow('operator_actions is only ever added to');
    },
  );
});

describe('the overview', () => {
  it('counts people by the day of India', async () => {
    const before = await auth.rpc.call(authRpc.getOverview, {});
    await create.user(database);
    const old = await create.user(database);
    await database.rows(`UPDATE users SET registration_date = now() - interval '25 hours' WHERE id = $1`, [
      old.id,
    ]);
    const { people, new_today } = await auth.rpc.call(authRpc.getOverview, {});
    expect([people - before.people, new_today - before.new_today]).toEqual([2, 1]);
  });
});
