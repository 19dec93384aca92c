import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { OtpRepository } from './otp.repository.js';
import { Mailer } from '../mail/mailer.js';
import type { Door } from './door.js';
import { otpMail } from '../mail/otp-mail.js';

/** A code on its way to its owner. */
export interface OutgoingCode {
  readonly code_id: string;
  readonly email: string;
  readonly code: string;
  readonly locale: string;
  readonly door: Door;
  /** Seconds the code lives. */
  readonly expires_in: number;
}

const FIRST_PAUSES_MS = [1000, 5000] as const;
const LATER_PAUSE_MS = 15_000;
/** Longer than a pause and a try together, so that who is at it is not taken for dead. */
export const SILENT_SECONDS = 45;

/** Sends codes behind the answer's back, again and again while the code lives. */
@Injectable()
export class OtpDelivery implements BeforeApplicationShutdown {
  private readonly log = new Logger(OtpDelivery.name);
  private readonly underWay = new Set<Promise<void>>();
  private readonly leaving = new AbortController();

  constructor(
    private readonly mailer: Mailer,
    private readonly codes: OtpRepository,
  ) {}

  /** Returns at once. */
  send(outgoing: OutgoingCode): void {
    const sending = this.deliver(outgoing)
      .catch((error: unknown) => {
        this.log.error('code delivery broke off', { code_id: outgoing.code_id }, error);
      })
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving.abort();
    await Promise.all(this.underWay);
  }

  private async deliver({ code_id, email, code, locale, door, expires_in }: OutgoingCode): Promise<void> {
    const mail = otpMail({ to: email, code, locale, door, expires_in });
    const until = Date.now() + expires_in * 1000;
    for (let tries = 0; ; tries += 1) {
      try {
        await this.mailer.send(mail);
        await this.codes.markDelivery(code_id, 'sent');
        return;
      } catch (error) {
        this.log.warn('mail not taken', { code_id, tries: tries + 1 }, error);
        const wait = FIRST_PAUSES_MS[tries] ?? LATER_PAUSE_MS;
        if (isFinal(error) || Date.now() + wait >= until) {
          await this.codes.markDelivery(code_id, 'failed');
          return;
        }
        // Whoever leaves leaves it to the others: it is still to be sent.
        if (this.leaving.signal.aborted) return;
        await this.codes.markTried(code_id);
        await pause(wait, undefined, { signal: this.leaving.signal }).catch(() => undefined);
      }
    }
  }
}

/** Whether the server will never take this mail: there is no such mailbox (RFC 5321, 4.2.1: 5yz is permanent). */
const isFinal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'EENVELOPE' &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500;
