import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { AuthConfig } from '../auth.config.js';
import { Mailer, type Mail } from './mailer.js';

const CONNECT_LIMIT_MS = 5000;
const SILENCE_LIMIT_MS = 10_000;

/** Sends mail over SMTP. */
@Injectable()
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private readonly transport: ReturnType<typeof createTransport>;

  constructor(private readonly config: AuthConfig) {
    super();
    this.transport = createTransport({
      url: config.SMTP_URL,
      connectionTimeout: CONNECT_LIMIT_MS,
      greetingTimeout: CONNECT_LIMIT_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, subject, text, html, locale }: Mail): Promise<void> {
    await this.transport.sendMail({
      from: this.config.MAIL_FROM,
      // An object, never a string: a string is parsed, and a comma in it would be a second recipient.
      to: { name: '', address: to },
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
