import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { valueAt } from '../json-path.js';
import { startMailStandIn, type MailStandIn } from './mail-stand-in.js';

describe('the mail stand-in', () => {
  let mail: MailStandIn;

  beforeAll(async () => {
    mail = await startMailStandIn();
  });
  afterEach(async () => {
    await fetch(`${mail.url}/api/messages`, { method: 'DELETE' });
    await fetch(`${mail.url}/__faults`, { method: 'DELETE' });
  });
  afterAll(async () => {
    await mail.close();
  });

  const send = async (more: object = {}): Promise<unknown> =>
    createTransport(mail.smtp_url).sendMail({
      from: 'Saathi <hello@saathi.test>',
      to: { name: '', address: 'Asha@example.test' },
      subject: 'आपका कोड',
      text: 'आपका कोड 123456 है',
      html: '<p>आपका कोड <b>123456</b> है</p><script>alert(1)</script>',
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...more,
    });

  const inbox = async (query = ''): Promise<unknown> =>
    (await fetch(`${mail.url}/api/messages${query}`)).json();

  const switchOn = (fault: object): Promise<Response> =>
    fetch(`${mail.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

  it('keeps a mail as it was meant', async () => {
    await send();
    expect(await inbox()).toMatchObject({
      items: [
        {
          id: expect.any(String),
          to: ['Asha@example.test'],
          from: 'hello@saathi.test',
          subject: 'आपका कोड',
          text: expect.stringContaining('आपका कोड 123456 है'),
          html: expect.stringContaining('<b>123456</b>'),
          headers: { 'auto-submitted': 'auto-generated' },
          received_at: expect.stringMatching(/Z$/),
        },
      ],
    });
  });

  it('finds the mails of an address, newest first', async () => {
    await send({ subject: 'first' });
    await send({ subject: 'second' });
    await send({ to: 'ravi@example.test' });
    const found = await inbox('?to=asha@example.test');
    expect(valueAt(found, 'items')).toMatchObject([{ subject: 'second' }, { subject: 'first' }]);
  });

  it('goes by the envelope: a hidden recipient is seen', async () => {
    await send({ bcc: 'hidden@example.test' });
    expect(valueAt(await inbox('?to=hidden@example.test'), 'items')).toHaveLength(1);
  });

  it('takes a login without minding who it is', async () => {
    const url = new URL(mail.smtp_url);
    url.username = 'somebody';
    url.password = 'something';
    await createTransport(url.href).sendMail({ from: 'a@a.test', to: 'b@b.test', text: 'hello' });
    expect(valueAt(await inbox(), 'items')).toHaveLength(1);
  });

  it('shows the mails on a page where nothing of theirs can run', async () => {
    await send();
    const answer = await fetch(mail.url);
    const page = await answer.text();
    expect(answer.headers.get('x-stand-in')).toBe('mail');
    expect(page).toContain('none is delivered');
    expect(page).toContain('आपका कोड 123456 है');
    expect(page).toContain('<iframe sandbox');
    expect(page).not.toContain('<script');
  });

  it('says 451 a few times and then takes the mail', async () => {
    await switchOn({ mode: 'greylist', times: 2 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await send();
    expect(valueAt(await inbox(), 'items')).toHaveLength(1);
  });

  it('rejects a recipient', async () => {
    await switchOn({ mode: 'reject' });
    await expect(send()).rejects.toMatchObject({ responseCode: 550 });
  });

  it('closes the connection at once when it is to refuse', async () => {
    await switchOn({ mode: 'refuse', times: 1 });
    await expect(send()).rejects.toThrow();
    await send();
  });

  it('takes its time when it is to be slow', async () => {
    await switchOn({ mode: 'slow', ms: 60, times: 1 });
    const before = Date.now();
    await send();
    expect(Date.now() - before).toBeGreaterThanOrEqual(55);
  });

  it('refuses a mail of more than a megabyte', async () => {
    await expect(send({ text: 'x'.repeat(1_200_000) })).rejects.toMatchObject({ responseCode: 552 });
    expect(valueAt(await inbox(), 'items')).toEqual([]);
  });

  it('closes although a client is connected', async () => {
    const other = await startMailStandIn();
    const socket = connect(Number(new URL(other.smtp_url).port), '127.0.0.1');
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await other.close();
    await closed;
  });
});
