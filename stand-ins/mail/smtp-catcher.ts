import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { RequestLog } from '../request-log.js';
import { mailFrom, type Envelope } from './mail.js';
import type { MailFaults } from './mail-faults.js';
import type { Mailbox } from './mailbox.js';

const SIZE_LIMIT_BYTES = 1024 * 1024;
const SLOW_MS = 5000;

export interface SmtpCatcher {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** An answer with its SMTP code. */
class SmtpError extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Takes every mail for everybody and puts it into the mailbox, unless a fault is switched on. */
export const startSmtpCatcher = async (
  host: string,
  port: number,
  mailbox: Mailbox,
  faults: MailFaults,
  log: RequestLog,
): Promise<SmtpCatcher> => {
  const smtp = createSmtp(mailbox, faults, log);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    if (faults.take(['refuse'])) {
      log.record('CONNECT', 'refused', {}, '');
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    smtp.connect(socket);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};

const createSmtp = (mailbox: Mailbox, faults: MailFaults, log: RequestLog): SMTPServer => {
  const smtp = new SMTPServer({
    name: 'stand-in',
    banner: 'stand-in, every mail ends here',
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    size: SIZE_LIMIT_BYTES,
    onAuth: (auth, _session, done) => {
      done(null, { user: auth.username ?? 'anybody' });
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusalOf(faults);
      log.record('RCPT', address, {}, '').status = refusal?.responseCode ?? 250;
      done(refusal);
    },
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      receive(stream, { from, to }, mailbox, faults).then(
        () => {
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
  // A client that breaks off is a client's matter; without a listener it would end the process.
  smtp.on('error', () => undefined);
  return smtp;
};

const refusalOf = (faults: MailFaults): SmtpError | null => {
  switch (faults.take(['greylist', 'reject'])?.mode) {
    case 'greylist':
      return new SmtpError(451, 'Greylisted by the stand-in, try again later');
    case 'reject':
      return new SmtpError(550, 'Rejected by the stand-in');
    case undefined:
      return null;
  }
};

type MailStream = Parameters<typeof simpleParser>[0] & { readonly sizeExceeded: boolean };

const receive = async (
  stream: MailStream,
  envelope: Envelope,
  mailbox: Mailbox,
  faults: MailFaults,
): Promise<void> => {
  const parsed = await simpleParser(stream);
  if (stream.sizeExceeded) throw new SmtpError(552, 'The mail is longer than the stand-in takes');
  const slow = faults.take(['slow']);
  if (slow !== undefined) await pause(slow.ms ?? SLOW_MS);
  mailbox.add(mailFrom(randomUUID(), envelope, parsed));
};
