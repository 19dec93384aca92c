import { Injectable } from '@nestjs/common';
import {
  DomainError,
  SecurityEventKind,
  type ChallengeView,
  type ClientOrigin,
  type RequestOtpRequest,
  type VerifyOtpRequest,
} from '@saathi/contracts';
import { wrongCodes } from '@saathi/platform';
import { v7 as newId } from 'uuid';
import { AuthConfig } from '../auth.config.js';
import { OperatorRecord } from '../operator-record/operator-record.service.js';
import { SecurityLog } from '../security-log/security-log.service.js';
import type { Asking, Door } from './door.js';
import { OtpDelivery } from './otp-delivery.js';
import { canonicalEmail } from './email-address.js';
import { digestCode, findDigest, makeCode, normaliseCode } from './otp-code.js';
import { OtpRepository, type NewCode } from './otp.repository.js';

const DEFAULT_LOCALE = 'hi-IN';
const USUAL_DIGITS = 6;
/** Codes grow when somebody keeps guessing at an address; its owner is never locked out. */
const DIGITS_UNDER_ATTACK = 8;
const FAILURES_UNTIL_LONGER = 20;

const BY_A_PERSON: Asking = { door: 'people', isExpected: true };

/** An address that was proven by a code, and which code it was. */
export interface ProvenAddress {
  readonly challenge_id: string;
  readonly code_id: string;
  readonly email: string;
}

/** One-time codes: asking for one, sending it again, proving an address with it. */
@Injectable()
export class OtpService {
  constructor(
    private readonly codes: OtpRepository,
    private readonly delivery: OtpDelivery,
    private readonly securityLog: SecurityLog,
    private readonly operatorRecord: OperatorRecord,
    private readonly config: AuthConfig,
  ) {}

  /**
   * Opens a challenge and sends its code. The answer is the same for known and unknown addresses and
   * does not wait for the mail.
   * @throws DomainError `email_invalid`, `rate_limited`
   */
  async request(
    { email: typed, locale = DEFAULT_LOCALE, origin }: RequestOtpRequest,
    { door, isExpected }: Asking = BY_A_PERSON,
  ): Promise<ChallengeView> {
    const email = canonicalEmail(typed);
    const challenge_id = newId();
    const { code, stored } = this.newCode(challenge_id, email, await this.digitsFor(email));
    const expires_in = this.config.OTP_TTL_SECONDS;
    await this.codes.openChallenge(
      { id: challenge_id, email, locale, door, origin },
      { ...stored, isExpected },
    );
    if (isExpected) this.delivery.send({ code_id: stored.id, email, code, locale, door, expires_in });
    return {
      challenge_id,
      expires_in,
      resend_after: this.config.OTP_RESEND_SECONDS,
    };
  }

  /**
   * Sends another code of the same challenge; the earlier one stays good.
   * @throws DomainError `otp_invalid`, `rate_limited`
   */
  async resend(challengeId: string): Promise<ChallengeView> {
    const { email, locale, expires_in } = await this.codes.countSend(challengeId);
    const { code, stored } = this.newCode(challengeId, email, await this.digitsFor(email));
    await this.codes.storeCode(stored);
    this.delivery.send({ code_id: stored.id, email, code, locale, door: 'people', expires_in });
    return { challenge_id: challengeId, expires_in, resend_after: this.config.OTP_RESEND_SECONDS };
  }

  /** Sends new codes for mails that were left behind by a process that ended. */
  async sendAbandoned(silentSeconds: number): Promise<void> {
    for (const { challenge_id, email, locale, door, expires_in } of await this.codes.takeAbandoned(
      silentSeconds,
    )) {
      if (expires_in <= 0) continue;
      const { code, stored } = this.newCode(challenge_id, email, await this.digitsFor(email));
      await this.codes.storeCode(stored);
      this.delivery.send({ code_id: stored.id, email, code, locale, door, expires_in });
    }
  }

  /**
   * Checks a code. The address is proven, but nothing is consumed yet.
   * @throws DomainError `otp_invalid` with `attempts_left`, `otp_attempts_exceeded`, `rate_limited`
   */
  async prove(
    { challenge_id, otp, origin }: VerifyOtpRequest,
    door: Door = 'people',
  ): Promise<ProvenAddress> {
    await this.codes.countTry(origin.client_ip);
    const { email, attempts_left } = await this.spendAttempt(challenge_id, door, origin);
    const stored = await this.codes.findCodes(challenge_id);
    const digests = stored.map((code) => code.otp);
    const index = findDigest(normaliseCode(otp), { challenge_id, email }, digests, this.config.OTP_PEPPERS);
    const code = index === undefined ? undefined : stored[index];
    if (code === undefined) {
      wrongCodes.inc();
      this.recordFailure(door, email, origin);
      throw new DomainError(
        'otp_invalid',
        'The code is wrong or has expired. Check the newest mail or ask for a new code.',
        {
          attempts_left,
        },
      );
    }
    await this.codes.takeTryBack(origin.client_ip);
    return { challenge_id, code_id: code.id, email };
  }

  private async spendAttempt(
    challengeId: string,
    door: Door,
    origin: ClientOrigin,
  ): Promise<{ email: string; attempts_left: number }> {
    try {
      return await this.codes.spendAttempt(challengeId, door);
    } catch (error) {
      // No code was looked at, so nobody was guessing.
      await this.codes.takeTryBack(origin.client_ip);
      throw error;
    }
  }

  private recordFailure(door: Door, email: string, origin: ClientOrigin): void {
    if (door === 'operators') this.operatorRecord.addFailure(email, origin);
    else this.securityLog.recordByAddress(SecurityEventKind.SignInFailed, email, origin);
  }

  private async digitsFor(email: string): Promise<number> {
    return (await this.codes.countFailures(email)) >= FAILURES_UNTIL_LONGER
      ? DIGITS_UNDER_ATTACK
      : USUAL_DIGITS;
  }

  private newCode(challenge_id: string, email: string, digits: number): { code: string; stored: NewCode } {
    const [pepper] = this.config.OTP_PEPPERS;
    if (pepper === undefined) throw new Error('OTP_PEPPERS is empty');
    const code = makeCode(digits);
    const digest = digestCode(code, { challenge_id, email }, pepper);
    return { code, stored: { id: newId(), challenge_id, email, digest } };
  }
}
