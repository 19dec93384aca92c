import { controlRoutes } from '../control-routes.js';
import { startHttpServer, type RunningServer } from '../http-server.js';
import { RequestLog } from '../request-log.js';
import { inboxRoutes } from './inbox-routes.js';
import { createMailFaults } from './mail-faults.js';
import { Mailbox } from './mailbox.js';
import { startSmtpCatcher } from './smtp-catcher.js';

export interface MailStandInOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly smtp_port?: number;
  /** Of the inbox page; 0 takes any free port. */
  readonly port?: number;
}

export interface MailStandIn extends Pick<RunningServer, 'url' | 'close'> {
  /** What `SMTP_URL` is set to. */
  readonly smtp_url: string;
}

/** Starts an SMTP server that keeps every mail, and an inbox page that shows them. */
export const startMailStandIn = async ({
  host = '127.0.0.1',
  smtp_port = 0,
  port = 0,
}: MailStandInOptions = {}): Promise<MailStandIn> => {
  const mailbox = new Mailbox();
  const log = new RequestLog();
  const faults = createMailFaults();
  const smtp = await startSmtpCatcher(host, smtp_port, mailbox, faults, log);
  const inbox = await startHttpServer({
    name: 'mail',
    host,
    port,
    routes: [...inboxRoutes(mailbox), ...controlRoutes(log, faults)],
    log,
    describeError: (_status, message) => ({ error: message }),
  });
  return {
    url: inbox.url,
    smtp_url: `smtp://${new URL(inbox.url).hostname}:${String(smtp.port)}`,
    close: async () => {
      await Promise.all([smtp.close(), inbox.close()]);
    },
  };
};
