import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProfileRequiredView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
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

const visitor = (email?: string): Visitor => new Visitor(auth.rpc, mail.url, email);

/** Asks for a code and waits for its mail. */
const asked = async (by: Visitor): Promise<{ challenge_id: string; code: string }> => {
  const { challenge_id } = await by.ask();
  return { challenge_id, code: await eventually(() => by.code()) };
};

const newcomer = async (): Promise<{ by: Visitor; registration_token: string }> => {
  const by = visitor();
  const { challenge_id, code } = await asked(by);
  const { registration_token } = (await by.verify(challenge_id, code)) as ProfileRequiredView;
  return { by, registration_token };
};

describe('signing in', () => {
  it('leads a newcomer from the mail over the registration to a login', async () => {
    const by = visitor();
    const { challenge_id, code } = await asked(by);
    const proven = await by.verify(challenge_id, code);
    expect(proven).toEqual({
      status: 'profile_required',
      registration_token: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 1800,
    });
    const { registration_token } = proven as ProfileRequiredView;
    const signedIn = await by.register(registration_token, { name: '  आशा  ', locale: 'hi-Latn-IN' });
    expect(signedIn).toMatchObject({
      status: 'signed_in',
      token_type: 'Bearer',
      expires_in: 900,
      user: {
        email: by.email,
        name: 'आशा',
        locale: 'hi-Latn-IN',
        phone_number: null,
        persona: 'sweet_supportive',
        premium_user: false,
      },
    });
    const consents = await database.rows('SELECT purpose, locale FROM consents WHERE user_id = $1', [
      signedIn.user.id,
    ]);
    expect(consents).toEqual([
      { purpose: 'adult', locale: 'hi-Latn-IN' },
      { purpose: 'service', locale: 'hi-Latn-IN' },
      { purpose: 'evolution', locale: 'hi-Latn-IN' },
    ]);
  });

  it('signs in somebody known, however the address is written', async () => {
    const user = await create.user(database, { email: `${crypto.randomUUID()}@example.com` });
    const by = visitor(user.email);
    const { challenge_id } = await visitor(` ${user.email.toUpperCase()} `).ask();
    const code = await eventually(() => by.code());
    await expect(by.verify(challenge_id, code)).resolves.toMatchObject({
      status: 'signed_in',
      user: { id: user.id },
    });
  });

  it('takes the code in Devanagari digits, with spaces', async () => {
    const by = visitor();
    const { challenge_id, code } = await asked(by);
    const typed = code
      .replace(/\d/g, (digit) => String.fromCodePoint(0x966 + Number(digit)))
      .replace(/^.../, '$& ');
    await expect(by.verify(challenge_id, typed)).resolves.toMatchObject({ status: 'profile_required' });
  });

  it('writes to an Indian address', async () => {
    const by = visitor(`राम${crypto.randomUUID()}@डाटामेल.भारत`);
    await by.ask();
    await expect(eventually(() => by.code())).resolves.toMatch(/^\d{6}$/);
  });

  it('writes nothing to an address that names two', async () => {
    const by = visitor('victim@example.com,attacker@example.com');
    await expect(by.ask()).rejects.toMatchObject({ code: 'email_invalid' });
    expect(await visitor('attacker@example.com').mails()).toEqual([]);
  });

  it('answers the same for a known and an unknown address', async () => {
    const { email } = await create.user(database);
    const [known, unknown] = [await visitor(email).ask(), await visitor().ask()];
    expect({ ...known, challenge_id: '' }).toEqual({ ...unknown, challenge_id: '' });
    expect(known).toMatchObject({ expires_in: 600, resend_after: 60 });
  });
});

describe('a code', () => {
  it('works once', async () => {
    const by = visitor();
    const { challenge_id, code } = await asked(by);
    await by.verify(challenge_id, code);
    await expect(by.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_invalid' });
  });

  it('gives exactly one login when it is handed in fifty times at once', async () => {
    const { id, email } = await create.user(database);
    const by = visitor(email);
    const { challenge_id, code } = await asked(by);
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => by.verify(challenge_id, code)));
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(refusals).toHaveLength(49);
    expect(['otp_invalid', 'otp_attempts_exceeded']).toEqual(expect.arrayContaining([...new Set(refusals)]));
    expect(await database.rows('SELECT 1 FROM logins WHERE user_id = $1', [id])).toHaveLength(1);
  });

  it('is no longer good after five wrong ones, even if fifty came at once', async () => {
    const by = visitor();
    const { challenge_id, code } = await asked(by);
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => by.verify(challenge_id, wrong(code))),
    );
    const reasons = answers.map((answer) => (answer.status === 'rejected' ? answer.reason : undefined));
    const evaluated = reasons.filter((reason) => reason?.code === 'otp_invalid');
    expect(evaluated.map(({ extras }) => extras.attempts_left).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(reasons.filter((reason) => reason?.code === 'otp_attempts_exceeded')).toHaveLength(45);
    await expect(by.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_attempts_exceeded' });
  });

  it('is worth nothing with another challenge', async () => {
    const [one, other] = [visitor(), visitor()];
    const [{ code }, { challenge_id }] = [await asked(one), await asked(other)];
    await expect(one.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_invalid' });
    await expect(one.verify(crypto.randomUUID(), code)).rejects.toMatchObject({ code: 'otp_invalid' });
  });

  it('closes the other challenges of the address when it is right', async () => {
    const by = visitor();
    const first = await asked(by);
    const { challenge_id } = await by.ask();
    const code = await eventually(() => by.code(1));
    await by.verify(challenge_id, code);
    await expect(by.verify(first.challenge_id, first.code)).rejects.toMatchObject({ code: 'otp_invalid' });
  });

  it('does not void an earlier one by being asked for', async () => {
    const by = visitor();
    const { challenge_id, code } = await asked(by);
    await by.ask();
    await expect(by.verify(challenge_id, code)).resolves.toMatchObject({ status: 'profile_required' });
  });

  it('grows to eight digits after twenty wrong ones, until one is right', async () => {
    const by = visitor();
    for (let challenges = 0; challenges < 4; challenges += 1) {
      const { challenge_id } = await by.ask();
      const code = await eventually(() => by.code(challenges));
      for (let tries = 0; tries < 5; tries += 1)
        await by.verify(challenge_id, wrong(code)).catch(() => undefined);
    }
    const { challenge_id } = await by.ask();
    const long = await eventually(() => by.code(4));
    expect(long).toMatch(/^\d{8}$/);
    await by.verify(challenge_id, long);
    const later = new Visitor(auth.rpc, mail.url, by.email);
    await later.ask();
    expect(await eventually(() => later.code(5))).toMatch(/^\d{6}$/);
  });
});

describe('registering', () => {
  it('works once with one token', async () => {
    const { by, registration_token } = await newcomer();
    await by.register(registration_token);
    await expect(by.register(registration_token)).rejects.toMatchObject({
      code: 'registration_token_invalid',
    });
    expect(await database.rows('SELECT 1 FROM users WHERE email = $1', [by.email])).toHaveLength(1);
  });

  it('goes on in the language the code was asked for in, unless another is chosen', async () => {
    const by = visitor();
    const { challenge_id } = await by.ask('en-IN');
    const code = await eventually(() => by.code());
    const proven = (await by.verify(challenge_id, code)) as ProfileRequiredView;
    const { user } = await by.register(proven.registration_token);
    expect(user.locale).toBe('en-IN');
  });

  it('makes one account when the token is used twenty times at once', async () => {
    const { by, registration_token } = await newcomer();
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => by.register(registration_token)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database.rows('SELECT 1 FROM users WHERE email = $1', [by.email])).toHaveLength(1);
  });

  it('refuses the second of two proofs of one address', async () => {
    const by = visitor();
    const tokens: string[] = [];
    for (const place of [0, 1]) {
      const { challenge_id } = await by.ask();
      const code = await eventually(() => by.code(place));
      tokens.push(((await by.verify(challenge_id, code)) as ProfileRequiredView).registration_token);
    }
    await by.register(tokens[0] ?? '');
    await expect(by.register(tokens[1] ?? '')).rejects.toMatchObject({ code: 'registration_token_invalid' });
  });

  it('refuses who is not an adult, and lets them correct a slip', async () => {
    const { by, registration_token } = await newcomer();
    await expect(by.register(registration_token, { is_adult: false })).rejects.toMatchObject({
      code: 'adult_required',
    });
    await expect(by.register(registration_token)).resolves.toMatchObject({ status: 'signed_in' });
  });

  it.each([
    ['no name', { name: ' ' }],
    ['terms not accepted', { accepted_terms: false }],
    ['a phone number that is none', { phone_number: '12' }],
    ['a language that is not spoken', { locale: 'fr-FR' }],
  ])('refuses %s', async (_what, change) => {
    const { by, registration_token } = await newcomer();
    await expect(by.register(registration_token, change)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('refuses a token that is none', async () => {
    await expect(visitor().register('x'.repeat(43))).rejects.toMatchObject({
      code: 'registration_token_invalid',
    });
  });
});

describe('what the database keeps', () => {
  it('is no code and no token in clear', async () => {
    const { by, registration_token } = await newcomer();
    const code = await by.code();
    const { access_token, refresh_token } = await by.register(registration_token);
    const columns = await database.rows<{ name: string; table: string; binary: boolean }>(
      `SELECT quote_ident(column_name) AS name, quote_ident(table_name) AS table, data_type = 'bytea' AS binary
       FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type IN ('bytea', 'text', 'jsonb', 'ARRAY')`,
    );
    expect(columns.length).toBeGreaterThan(40);
    const secrets = [code, registration_token, refresh_token, access_token];
    const found: string[] = [];
    for (const { table, name, binary } of columns) {
      const text = `SELECT 1 FROM ${table} WHERE position($1 IN ${name}::${binary ? 'bytea' : 'text'}) > 0`;
      for (const secret of secrets)
        for (const value of binary ? [Buffer.from(secret), Buffer.from(secret, 'base64url')] : [secret])
          if ((await database.rows(text, [value])).length > 0) found.push(`${table}.${name}`);
    }
    expect(found).toEqual([]);
  });
});
