import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authRpc } from '@saathi/contracts';
import { wrongCodes } from '@saathi/platform';
import { eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startMailStandIn, type MailStandIn } from '../../../stand-ins/mail/mail-stand-in.js';
import { startAuth, type RunningAuth } from './running-auth.js';
import { Visitor } from './visitor.js';

let database: TestDatabase;
let nats: TestNats;
let mail: MailStandIn;
let auth: RunningAuth;

beforeEach(async () => {
  [database, nats, mail] = await Promise.all([TestDatabase.create(), TestNats.start(), startMailStandIn()]);
});

afterEach(async () => {
  await auth.stop();
  await Promise.all([database.drop(), nats.stop(), mail.close()]);
});

const start = async (changes: Record<string, string> = {}): Promise<void> => {
  auth = await startAuth({
    ...database.environmentOf('auth'),
    ...nats.environmentOf('auth'),
    SMTP_URL: mail.smtp_url,
    ...changes,
  });
};

const visitor = (email?: string): Visitor => new Visitor(auth.rpc, mail.url, email);

const resend = (challenge_id: string): Promise<unknown> => auth.rpc.call(authRpc.resendOtp, { challenge_id });

const refusedWith = (code: string, retry_after?: unknown): object =>
  expect.objectContaining({ code, ...(retry_after === undefined ? {} : { extras: { retry_after } }) });

describe('a code', () => {
  it('is void after its life', async () => {
    await start({ OTP_TTL_SECONDS: '1' });
    const by = visitor();
    const { challenge_id, expires_in } = await by.ask();
    expect(expires_in).toBe(1);
    const code = await eventually(() => by.code());
    await eventually(() =>
      database.row('SELECT 1 FROM otp_challenges WHERE id = $1 AND expires_at < now()', [challenge_id]),
    );
    await expect(by.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_invalid' });
    await expect(resend(challenge_id)).rejects.toMatchObject({ code: 'otp_invalid' });
  });

  it('has as many tries as the settings say', async () => {
    await start({ OTP_MAX_ATTEMPTS: '1' });
    const by = visitor();
    const { challenge_id } = await by.ask();
    await expect(by.verify(challenge_id, 'no code')).rejects.toMatchObject({ extras: { attempts_left: 0 } });
    const code = await eventually(() => by.code());
    await expect(by.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_attempts_exceeded' });
  });
});

describe('another mail of a challenge', () => {
  it('is not sent at once', async () => {
    await start();
    const { challenge_id } = await visitor().ask();
    const refusal = await resend(challenge_id).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'rate_limited', extras: { retry_after: expect.any(Number) } });
    const { retry_after } = (refusal as { extras: { retry_after: number } }).extras;
    expect(retry_after).toBeGreaterThan(55);
    expect(retry_after).toBeLessThanOrEqual(60);
  });

  it('brings a second code; both are good, together once', async () => {
    await start({ OTP_RESEND_SECONDS: '0' });
    const by = visitor();
    const { challenge_id } = await by.ask();
    await expect(resend(challenge_id)).resolves.toEqual({ challenge_id, expires_in: 600, resend_after: 0 });
    const [first, second] = await eventually(async () => [await by.code(0), await by.code(1)] as const);
    expect(await by.verify(challenge_id, first)).toMatchObject({ status: 'profile_required' });
    await expect(by.verify(challenge_id, second)).rejects.toMatchObject({ code: 'otp_invalid' });
    const again = await by.ask();
    await resend(again.challenge_id);
    const newest = await eventually(() => by.code(3));
    expect(await by.verify(again.challenge_id, newest)).toMatchObject({ status: 'profile_required' });
  });

  it('is sent twice at most, even if ten ask at once', async () => {
    await start({ OTP_RESEND_SECONDS: '0' });
    const by = visitor();
    const { challenge_id } = await by.ask();
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => resend(challenge_id)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(resend(challenge_id)).rejects.toEqual(refusedWith('rate_limited', 600));
    await eventually(async () => {
      expect(await by.mails()).toHaveLength(3);
    });
  });

  it('is not sent for a challenge that does not exist', async () => {
    await start();
    await expect(resend(crypto.randomUUID())).rejects.toMatchObject({ code: 'otp_invalid' });
  });
});

describe('asking for codes', () => {
  it('is limited to five an hour for one address from one client, even if twenty come at once', async () => {
    await start();
    const by = visitor();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => by.ask()));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'rate_limited', extras: { retry_after: 3600 } },
    });
    await expect(visitor().ask()).resolves.toMatchObject({ expires_in: 600 });
  });

  it('is limited for one address, from wherever it comes and however it is written', async () => {
    await start({ OTP_PER_EMAIL_HOUR: '3' });
    const { email } = visitor();
    for (const spelling of [email, email.toUpperCase(), ` ${email}`]) await visitor(spelling).ask();
    await expect(visitor(email).ask()).rejects.toEqual(refusedWith('rate_limited', 3600));
  });

  it('is limited for one client, whatever addresses it names', async () => {
    await start({ OTP_PER_IP_HOUR: '3' });
    const by = visitor();
    const ask = (): Promise<unknown> =>
      auth.rpc.call(authRpc.requestOtp, { email: visitor().email, origin: { client_ip: by.client_ip } });
    for (let asked = 0; asked < 3; asked += 1) await ask();
    await expect(ask()).rejects.toEqual(refusedWith('rate_limited', 3600));
    await expect(visitor().ask()).resolves.toMatchObject({ expires_in: 600 });
  });

  it('brings an address no more mails than its limit, another mail of a challenge counted too', async () => {
    await start({ OTP_PER_EMAIL_HOUR: '4', OTP_RESEND_SECONDS: '0' });
    const { email } = visitor();
    const challenges = await Promise.all([1, 2, 3].map(() => visitor(email).ask()));
    const again = await Promise.allSettled(challenges.map(({ challenge_id }) => resend(challenge_id)));
    expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(visitor(email).ask()).rejects.toMatchObject({ code: 'rate_limited' });
    await eventually(async () => {
      expect(await visitor(email).mails()).toHaveLength(4);
    });
  });

  it('is limited exactly for one client, though it asks for many addresses at once', async () => {
    await start({ OTP_PER_IP_HOUR: '6' });
    const { client_ip } = visitor();
    const asks = Array.from({ length: 30 }, () => visitor().ask(undefined, client_ip));
    const answers = await Promise.allSettled(asks);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  });

  it('is limited for one network of IPv6, whichever of its addresses is used', async () => {
    await start({ OTP_PER_IP_HOUR: '3' });
    const answers = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((host) => visitor().ask(undefined, `2001:db8:1:2::${String(host)}`)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(visitor().ask(undefined, '2001:db8:1:3::1')).resolves.toMatchObject({ expires_in: 600 });
  });

  it('is not used up by mails that never went out', async () => {
    await start({ OTP_TTL_SECONDS: '1', OTP_PER_EMAIL_HOUR: '2' });
    await mail.close();
    const { email } = visitor();
    for (let asked = 0; asked < 2; asked += 1) await visitor(email).ask();
    await eventually(async () => {
      const failed = await database.rows(`SELECT 1 FROM otp_deliveries WHERE status = 'failed'`);
      expect(failed).toHaveLength(2);
    });
    await expect(visitor(email).ask()).resolves.toMatchObject({ expires_in: 1 });
    mail = await startMailStandIn();
  });

  it('is limited for an address whose mails never go out, too', async () => {
    await start({ SMTP_URL: 'smtp://127.0.0.1:1', OTP_TTL_SECONDS: '1' });
    const { email } = visitor();
    for (let challenge = 0; challenge < 10; challenge += 1) await visitor(email).ask();
    await eventually(async () => {
      const failed = await database.rows(`SELECT 1 FROM otp_deliveries WHERE status = 'failed'`);
      expect(failed).toHaveLength(10);
    });
    await expect(visitor(email).ask()).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('handing in codes', () => {
  it('is limited for one client by its wrong ones, whatever challenges they are for', async () => {
    await start({ OTP_PER_IP_HOUR: '6', OTP_MAX_ATTEMPTS: '4' });
    const by = visitor();
    const challenges = await Promise.all(Array.from({ length: 5 }, () => by.ask()));
    const guesses = challenges.flatMap(({ challenge_id }) =>
      Array.from({ length: 4 }, () => by.verify(challenge_id, 'wrong')),
    );
    const codes = (await Promise.allSettled(guesses)).map((guess) =>
      guess.status === 'rejected' ? (guess.reason as { code: string }).code : guess.status,
    );
    expect(codes.filter((code) => code === 'otp_invalid')).toHaveLength(12);
    expect((await wrongCodes.get()).values[0]?.value).toBeGreaterThanOrEqual(12);
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(8);
  });

  it('costs a client nothing when the code is right, or none is looked at', async () => {
    await start({ OTP_PER_IP_HOUR: '1' });
    const by = visitor();
    const { challenge_id } = await by.ask();
    const code = await eventually(() => by.code());
    expect(await by.verify(challenge_id, code)).toMatchObject({ status: 'profile_required' });
    for (let again = 0; again < 5; again += 1)
      await expect(by.verify(challenge_id, code)).rejects.toMatchObject({ code: 'otp_invalid' });
    const [tries] = await database.rows('SELECT tries FROM otp_client_tries');
    expect(tries).toEqual({ tries: 0 });
  });

  it('is remembered for longer than challenges are kept: the next code has eight digits', async () => {
    await start({ OTP_MAX_ATTEMPTS: '20' });
    const by = visitor();
    const { challenge_id } = await by.ask();
    for (let guess = 0; guess < 20; guess += 1)
      await expect(by.verify(challenge_id, 'wrong')).rejects.toMatchObject({ code: 'otp_invalid' });
    await database.rows('DELETE FROM otp_challenges');
    await by.ask();
    const code = await eventually(() => by.code(1));
    expect(code).toMatch(/^\d{8}$/);
  });
});
