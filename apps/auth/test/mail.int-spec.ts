import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
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
    MAIL_FROM: 'Saathi <hello@saathi.test>',
  });
});

afterEach(() => fetch(`${mail.url}/__faults`, { method: 'DELETE' }));

afterAll(async () => {
  await auth.stop();
  await Promise.all([database.drop(), nats.stop(), mail.close()]);
});

const visitor = (): Visitor => new Visitor(auth.rpc, mail.url);

const firstMail = (by: Visitor): Promise<Awaited<ReturnType<Visitor['mails']>>[number]> =>
  eventually(async () => {
    const [first] = await by.mails();
    if (first === undefined) throw new Error('no mail yet');
    return first;
  }, 8000);

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${mail.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

const deliveriesOf = (challenge_id: string): Promise<object[]> =>
  database.rows('SELECT status FROM otp_deliveries WHERE challenge_id = $1 ORDER BY tried_at', [
    challenge_id,
  ]);

describe('the mail with a code', () => {
  it.each([
    [undefined, 'साथी में साइन इन करने का कोड', 'hi-IN'],
    ['hi-Latn-IN', 'Saathi mein sign in karne ka code', 'hi-Latn-IN'],
    ['en-IN', 'Your code to sign in to Saathi', 'en-IN'],
  ])('comes in the language of the client: %s', async (locale, subject, language) => {
    const by = visitor();
    await by.ask(locale);
    expect(await firstMail(by)).toMatchObject({
      subject,
      from: 'hello@saathi.test',
      headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
    });
  });

  it('shows the same code as text and as HTML, and nowhere else', async () => {
    const by = visitor();
    const { challenge_id } = await by.ask();
    const { text, html, subject, headers } = await firstMail(by);
    const code = await by.code();
    expect(text.match(/(?<!\d)\d{6}(?!\d)/g)).toEqual([code]);
    expect(html).toContain(code);
    expect(subject).not.toMatch(/\d/);
    expect(JSON.stringify(headers)).not.toContain(code);
    expect(await by.verify(challenge_id, code)).toMatchObject({ status: 'profile_required' });
  });

  it('is marked as sent', async () => {
    const { challenge_id } = await visitor().ask();
    await eventually(async () => {
      expect(await deliveriesOf(challenge_id)).toEqual([{ status: 'sent' }]);
    });
  });
});

describe('a mail server that fails', () => {
  it('is tried again, and the code of the first answer is the one that comes', async () => {
    await switchOn({ mode: 'greylist', times: 1 });
    const by = visitor();
    const { challenge_id } = await by.ask();
    await firstMail(by);
    expect(await by.mails()).toHaveLength(1);
    expect(await by.verify(challenge_id, await by.code())).toMatchObject({ status: 'profile_required' });
  });

  it('delays no answer, and the mail comes when it is back', async () => {
    const smtp_port = Number(new URL(mail.smtp_url).port);
    await mail.close();
    const by = visitor();
    const began = performance.now();
    await by.ask();
    expect(performance.now() - began).toBeLessThan(1000);
    mail = await startMailStandIn({ smtp_port, port: Number(new URL(mail.url).port) });
    await firstMail(by);
  });

  it('that knows no such mailbox is asked once', async () => {
    await switchOn({ mode: 'reject' });
    const { challenge_id } = await visitor().ask();
    await eventually(async () => {
      expect(await deliveriesOf(challenge_id)).toEqual([{ status: 'failed' }]);
    }, 900);
  });

  it('makes known and unknown addresses wait no differently', async () => {
    await switchOn({ mode: 'slow', ms: 1000 });
    const { email } = await create.user(database);
    const timed = async (by: Visitor): Promise<number> => {
      const began = performance.now();
      await by.ask();
      return performance.now() - began;
    };
    expect(await timed(new Visitor(auth.rpc, mail.url, email))).toBeLessThan(900);
    expect(await timed(visitor())).toBeLessThan(900);
  });

  it('does not lose a mail whose process died: its challenge gets another code', async () => {
    const by = visitor();
    const { challenge_id } = await by.ask();
    await eventually(async () => {
      expect(await deliveriesOf(challenge_id)).toEqual([{ status: 'sent' }]);
    });
    // As if it had not been sent, and nobody had tried for a while.
    await database.rows(
      `UPDATE otp_deliveries SET status = 'queued', tried_at = now() - interval '1 hour' WHERE challenge_id = $1`,
      [challenge_id],
    );
    await eventually(async () => {
      expect(await deliveriesOf(challenge_id)).toContainEqual({ status: 'failed' });
      expect(await deliveriesOf(challenge_id)).toContainEqual({ status: 'sent' });
    }, 15_000);
    const mails = await by.mails();
    expect(await by.verify(challenge_id, await by.code(mails.length - 1))).toMatchObject({
      status: 'profile_required',
    });
  }, 20_000);
});
