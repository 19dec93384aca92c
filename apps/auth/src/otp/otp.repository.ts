import { Injectable } from '@nestjs/common';
import { DomainError, type ClientOrigin } from '@saathi/contracts';
import { Database, type Runner } from '@saathi/entities';
import { clientNetwork } from '@saathi/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { AuthConfig } from '../auth.config.js';
import type { Door } from './door.js';
import * as sql from './otp.sql.js';

/** A challenge about to be opened, with the digest of its first code. */
export interface NewChallenge {
  readonly id: string;
  readonly email: string;
  readonly locale: string;
  readonly door: Door;
  readonly origin: ClientOrigin;
}

/** A code as it is stored. */
export interface NewCode {
  readonly id: string;
  readonly challenge_id: string;
  readonly email: string;
  readonly digest: string;
  /** Whether its mail goes out; it does unless told. */
  readonly isExpected?: boolean;
}

const DAY_LIMIT_FACTOR = 2;
const PER_ADDRESS_AND_CLIENT_HOUR = 5;
const MAX_SENDS = 3;
/** Challenges of an address whose mail could not be delivered: they do not use up its requests, but end too. */
const UNDELIVERED_PER_ADDRESS_HOUR = 10;
/** Wrong codes a client address may hand in for each challenge it may open in an hour. */
const TRIES_PER_REQUEST = 2;
const SETTLING_MS = 250;

/** Challenges and the digests of their codes. */
@Injectable()
export class OtpRepository {
  constructor(
    private readonly database: Database,
    private readonly config: AuthConfig,
  ) {}

  /**
   * Opens a challenge with its first code, unless the address or the client has opened too many.
   * @throws DomainError `rate_limited`
   */
  async openChallenge(challenge: NewChallenge, code: NewCode): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const { id, email, locale, door, origin } = challenge;
      const client = clientNetwork(origin.client_ip);
      await transaction.rows(sql.lockAddress, [email]);
      await transaction.rows(sql.lockClient, [client]);
      await this.refuseTooMany(transaction, email, client);
      await transaction.rows(sql.openChallenge, [
        id,
        email,
        locale,
        client,
        origin.user_agent ?? null,
        this.config.OTP_MAX_ATTEMPTS,
        this.config.OTP_TTL_SECONDS,
        door,
      ]);
      await transaction.rows(sql.countSend, [id, MAX_SENDS, 0, door]);
      await storeCode(transaction, code);
    });
  }

  /**
   * Counts one more mail of a person's challenge.
   * @throws DomainError `otp_invalid` for a challenge that is over, `rate_limited` when it is too soon or too often
   */
  async countSend(challengeId: string): Promise<sql.ChallengeState> {
    const { OTP_RESEND_SECONDS, OTP_PER_EMAIL_HOUR } = this.config;
    return this.database.transaction(async (transaction) => {
      const address = await transaction.row(sql.findAddress, [challengeId]);
      if (address !== undefined) {
        await transaction.rows(sql.lockAddress, [address.email]);
        const mails = await transaction.row(sql.countMails, [address.email]);
        if (isTooMuch(mails, OTP_PER_EMAIL_HOUR)) throw tooManyCodes();
      }
      const state = await transaction.row(sql.countSend, [
        challengeId,
        MAX_SENDS,
        OTP_RESEND_SECONDS,
        'people' satisfies Door,
      ]);
      if (state === undefined) throw await this.notAgain(transaction, challengeId);
      return state;
    });
  }

  async storeCode(code: NewCode): Promise<void> {
    await storeCode(this.database, code);
  }

  /** Wrong codes handed in for an address since somebody last signed in with it. */
  async countFailures(email: string): Promise<number> {
    return (await this.database.row(sql.countFailures, [email]))?.failures ?? 0;
  }

  async markTried(codeId: string): Promise<void> {
    await this.database.rows(sql.markTried, [codeId]);
  }

  /** Mails whose process died or was ended before they were sent. Each is handed out once. */
  async takeAbandoned(silentSeconds: number): Promise<sql.AbandonedDelivery[]> {
    return this.database.rows(sql.takeAbandoned, [silentSeconds]);
  }

  async markDelivery(codeId: string, status: 'sent' | 'failed'): Promise<void> {
    await this.database.rows(sql.setDelivery, [codeId, status]);
  }

  /**
   * Counts one try of a client address, before anything else is looked at.
   * @throws DomainError `rate_limited`
   */
  async countTry(clientIp: string): Promise<void> {
    const limit = this.config.OTP_PER_IP_HOUR * TRIES_PER_REQUEST;
    if ((await this.database.row(sql.countTry, [clientNetwork(clientIp), limit])) === undefined) {
      throw new DomainError('rate_limited', 'Too many wrong codes from here. Try again later.', {
        retry_after: secondsToNextHour(),
      });
    }
  }

  /** Only wrong codes count: mobile carriers have many people share one address. */
  async takeTryBack(clientIp: string): Promise<void> {
    await this.database.rows(sql.takeTryBack, [clientNetwork(clientIp)]);
  }

  /**
   * Counts one try of a challenge before anything is compared: fifty at once are fifty counts.
   * @throws DomainError `otp_invalid`, `otp_attempts_exceeded`
   */
  async spendAttempt(challengeId: string, door: Door): Promise<{ email: string; attempts_left: number }> {
    const spent = await this.database.row(sql.spendAttempt, [challengeId, door]);
    if (spent !== undefined) return spent;
    if (await this.isExhausted(challengeId, door)) {
      // One of the tries that were counted may be the right one, and just signing somebody in. Then this
      // challenge is over rather than exhausted, which is known in a moment.
      await pause(SETTLING_MS);
      if (await this.isExhausted(challengeId, door)) {
        throw new DomainError('otp_attempts_exceeded', 'Too many wrong codes. Ask for a new one.');
      }
    }
    throw new DomainError(
      'otp_invalid',
      'The code is wrong or has expired. Check the newest mail or ask for a new code.',
    );
  }

  async findCodes(challengeId: string): Promise<{ id: string; otp: string }[]> {
    return this.database.rows(sql.findCodes, [challengeId]);
  }

  async deleteOld(): Promise<void> {
    await this.database.rows(sql.deleteOld);
  }

  private async isExhausted(challengeId: string, door: Door): Promise<boolean> {
    return (await this.database.row(sql.isExhausted, [challengeId, door]))?.exhausted ?? false;
  }

  private async notAgain(transaction: Runner, challengeId: string): Promise<DomainError> {
    const { OTP_RESEND_SECONDS, OTP_TTL_SECONDS } = this.config;
    const refused = await transaction.row(sql.findSendState, [challengeId, OTP_RESEND_SECONDS]);
    if (refused === undefined)
      return new DomainError('otp_invalid', 'This sign-in has expired. Start again.');
    return new DomainError('rate_limited', 'Another mail cannot be sent yet.', {
      retry_after: refused.sends >= MAX_SENDS ? OTP_TTL_SECONDS : Math.max(1, refused.wait),
    });
  }

  private async refuseTooMany(transaction: Runner, email: string, client: string): Promise<void> {
    const recent = await transaction.row(sql.countRecent, [email, client]);
    const { OTP_PER_EMAIL_HOUR, OTP_PER_IP_HOUR } = this.config;
    if (
      recent !== undefined &&
      (isTooMuch(recent, OTP_PER_EMAIL_HOUR) ||
        recent.from_here >= Math.min(PER_ADDRESS_AND_CLIENT_HOUR, OTP_PER_EMAIL_HOUR) ||
        recent.undelivered >= UNDELIVERED_PER_ADDRESS_HOUR ||
        recent.from_client >= OTP_PER_IP_HOUR)
    ) {
      throw tooManyCodes();
    }
  }
}

const isTooMuch = (mails: { hour: number; day: number } | undefined, perHour: number): boolean =>
  mails !== undefined && (mails.hour >= perHour || mails.day >= perHour * DAY_LIMIT_FACTOR);

const tooManyCodes = (): DomainError =>
  new DomainError('rate_limited', 'Too many codes were asked for. Try again in an hour.', {
    retry_after: 3600,
  });

const storeCode = async (
  runner: Runner,
  { id, challenge_id, email, digest, isExpected = true }: NewCode,
): Promise<void> => {
  await runner.rows(sql.storeCode, [id, email, digest, challenge_id, isExpected ? 'queued' : 'withheld']);
};

const secondsToNextHour = (): number => 3600 - (Math.floor(Date.now() / 1000) % 3600);
