import { Injectable } from '@nestjs/common';
import { DomainError, type ClientOrigin } from '@saathi/contracts';
import { Database, statement, type Runner } from '@saathi/entities';
import { setTimeout as pause } from 'node:timers/promises';
import { AuthConfig } from '../auth.config.js';

/** A challenge about to be opened, with the digest of its first code. */
export interface NewChallenge {
  readonly id: string;
  readonly email: string;
  readonly locale: string;
  readonly origin: ClientOrigin;
}

/** A code as it is stored. */
export interface NewCode {
  readonly id: string;
  readonly challenge_id: string;
  readonly email: string;
  readonly digest: string;
}

/** What of a challenge decides about another mail. */
export interface ChallengeState {
  readonly email: string;
  readonly locale: string;
  readonly expires_in: number;
}

/** A mail that nobody tries to send any more, with what another one for its challenge needs. */
export interface AbandonedDelivery extends ChallengeState {
  readonly challenge_id: string;
}

const DAY_LIMIT_FACTOR = 2;
const PER_ADDRESS_AND_CLIENT_HOUR = 5;
const MAX_SENDS = 3;
/** Challenges of an address whose mail could not be delivered: they do not use up its requests, but end too. */
const UNDELIVERED_PER_ADDRESS_HOUR = 10;
/** Wrong codes a client address may hand in for each challenge it may open in an hour. */
const TRIES_PER_REQUEST = 2;
const SETTLING_MS = 250;

const sql = {
  // Serialises the requests of one address, so that twenty at once cannot each see room for one.
  lockAddress: statement('otp_lock_address', `SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`),
  // A challenge whose mail never went out does not use up the owner's requests.
  countRecent: statement<{
    hour: number;
    day: number;
    from_here: number;
    from_client: number;
    undelivered: number;
  }>(
    'otp_count_recent',
    `SELECT
       count(*) FILTER (WHERE email = $1 AND delivered AND created_at > now() - interval '1 hour')::int AS hour,
       count(*) FILTER (WHERE email = $1 AND delivered)::int AS day,
       count(*) FILTER (WHERE email = $1 AND client_ip = $2 AND delivered AND created_at > now() - interval '1 hour')::int AS from_here,
       count(*) FILTER (WHERE client_ip = $2 AND created_at > now() - interval '1 hour')::int AS from_client,
       count(*) FILTER (WHERE email = $1 AND NOT delivered AND created_at > now() - interval '1 hour')::int AS undelivered
     FROM (
       SELECT c.email, c.client_ip, c.created_at, NOT EXISTS (
         SELECT FROM otp_deliveries d WHERE d.challenge_id = c.id HAVING bool_and(d.status = 'failed')
       ) AS delivered
       FROM otp_challenges c
       WHERE (c.email = $1 OR c.client_ip = $2) AND c.created_at > now() - interval '1 day'
     ) recent`,
  ),
  openChallenge: statement(
    'otp_open_challenge',
    `INSERT INTO otp_challenges (id, email, locale, client_ip, user_agent, max_attempts, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))`,
  ),
  countSend: statement<ChallengeState>(
    'otp_count_send',
    `UPDATE otp_challenges SET sends = sends + 1, last_sent_at = clock_timestamp()
     WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp() AND sends < $2
       AND (last_sent_at IS NULL OR last_sent_at <= clock_timestamp() - make_interval(secs => $3))
     RETURNING email, locale, ceil(extract(epoch FROM expires_at - clock_timestamp()))::int AS expires_in`,
  ),
  findSendState: statement<{ sends: number; wait: number }>(
    'otp_find_send_state',
    `SELECT sends, ceil(extract(epoch FROM last_sent_at + make_interval(secs => $2) - clock_timestamp()))::int AS wait
     FROM otp_challenges WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp()`,
  ),
  storeCode: statement(
    'otp_store_code',
    `WITH code AS (
       INSERT INTO otp_logins (id, email, otp, expires_at)
       SELECT $1, $2, $3, expires_at FROM otp_challenges WHERE id = $4
       RETURNING id
     )
     INSERT INTO otp_deliveries (otp_login_id, challenge_id) SELECT id, $4 FROM code`,
  ),
  countFailures: statement<{ failures: number }>(
    'otp_count_failures',
    `SELECT failures FROM otp_address_failures WHERE email = $1`,
  ),
  setDelivery: statement('otp_set_delivery', `UPDATE otp_deliveries SET status = $2 WHERE otp_login_id = $1`),
  // The try is taken for a wrong one until the code turns out to be right.
  markTried: statement(
    'otp_mark_tried',
    `UPDATE otp_deliveries SET tried_at = clock_timestamp() WHERE otp_login_id = $1 AND status = 'queued'`,
  ),
  // The code itself is nowhere any more, so its challenge gets another one.
  takeAbandoned: statement<AbandonedDelivery>(
    'otp_take_abandoned',
    `UPDATE otp_deliveries d SET status = 'failed' FROM otp_challenges c
     WHERE c.id = d.challenge_id AND d.otp_login_id IN (
       SELECT otp_login_id FROM otp_deliveries
       WHERE status = 'queued' AND tried_at < clock_timestamp() - make_interval(secs => $1)
       LIMIT 100 FOR UPDATE SKIP LOCKED
     )
     RETURNING c.id AS challenge_id, c.email, c.locale,
       CASE WHEN c.consumed_at IS NULL THEN ceil(extract(epoch FROM c.expires_at - clock_timestamp()))::int ELSE 0 END AS expires_in`,
  ),
  spendAttempt: statement<{ email: string; attempts_left: number }>(
    'otp_spend_attempt',
    `WITH spent AS (
       UPDATE otp_challenges SET attempts = attempts + 1
       WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp() AND attempts < max_attempts
       RETURNING email, max_attempts - attempts AS attempts_left
     ), counted AS (
       INSERT INTO otp_address_failures AS known (email, failures) SELECT email, 1 FROM spent
       ON CONFLICT (email) DO UPDATE SET failures = known.failures + 1, last_failed_at = clock_timestamp()
     )
     SELECT email, attempts_left FROM spent`,
  ),
  // One that is full is not counted on: nothing comes back.
  countTry: statement<{ tries: number }>(
    'otp_count_try',
    `INSERT INTO otp_client_tries AS known (client_ip, hour, tries) VALUES ($1, date_trunc('hour', now()), 1)
     ON CONFLICT (client_ip, hour) DO UPDATE SET tries = known.tries + 1 WHERE known.tries < $2 RETURNING tries`,
  ),
  takeTryBack: statement(
    'otp_take_try_back',
    `UPDATE otp_client_tries SET tries = tries - 1 WHERE client_ip = $1 AND hour = date_trunc('hour', now()) AND tries > 0`,
  ),
  isExhausted: statement<{ exhausted: boolean }>(
    'otp_is_exhausted',
    `SELECT attempts >= max_attempts AS exhausted FROM otp_challenges
     WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp()`,
  ),
  findCodes: statement<{ id: string; otp: string }>(
    'otp_find_codes',
    `SELECT l.id, l.otp FROM otp_deliveries d JOIN otp_logins l ON l.id = d.otp_login_id
     WHERE d.challenge_id = $1 AND NOT l.verified`,
  ),
  deleteOld: statement(
    'otp_delete_old',
    `WITH codes AS (DELETE FROM otp_logins WHERE created_at < now() - interval '1 day'),
          tokens AS (DELETE FROM registrations WHERE created_at < now() - interval '1 day'),
          tries AS (DELETE FROM otp_client_tries WHERE hour < now() - interval '1 day'),
          failures AS (DELETE FROM otp_address_failures WHERE last_failed_at < now() - interval '1 year')
     DELETE FROM otp_challenges WHERE created_at < now() - interval '1 day'`,
  ),
};

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
      await transaction.rows(sql.lockAddress, [challenge.email]);
      await this.refuseTooMany(transaction, challenge);
      const { id, email, locale, origin } = challenge;
      await transaction.rows(sql.openChallenge, [
        id,
        email,
        locale,
        origin.client_ip,
        origin.user_agent ?? null,
        this.config.OTP_MAX_ATTEMPTS,
        this.config.OTP_TTL_SECONDS,
      ]);
      await transaction.rows(sql.countSend, [id, MAX_SENDS, 0]);
      await storeCode(transaction, code);
    });
  }

  /**
   * Counts one more mail of a challenge.
   * @throws DomainError `otp_invalid` for a challenge that is over, `rate_limited` when it is too soon or too often
   */
  async countSend(challengeId: string): Promise<ChallengeState> {
    const { OTP_RESEND_SECONDS, OTP_TTL_SECONDS } = this.config;
    const state = await this.database.row(sql.countSend, [challengeId, MAX_SENDS, OTP_RESEND_SECONDS]);
    if (state !== undefined) return state;
    const refused = await this.database.row(sql.findSendState, [challengeId, OTP_RESEND_SECONDS]);
    if (refused === undefined) throw new DomainError('otp_invalid', 'This sign-in has expired. Start again.');
    throw new DomainError('rate_limited', 'Another mail cannot be sent yet.', {
      retry_after: refused.sends >= MAX_SENDS ? OTP_TTL_SECONDS : Math.max(1, refused.wait),
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
  async takeAbandoned(silentSeconds: number): Promise<AbandonedDelivery[]> {
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
    if ((await this.database.row(sql.countTry, [clientIp, limit])) === undefined) {
      throw new DomainError('rate_limited', 'Too many wrong codes from here. Try again later.', {
        retry_after: secondsToNextHour(),
      });
    }
  }

  /** Only wrong codes count: mobile carriers have many people share one address. */
  async takeTryBack(clientIp: string): Promise<void> {
    await this.database.rows(sql.takeTryBack, [clientIp]);
  }

  /**
   * Counts one try of a challenge before anything is compared: fifty at once are fifty counts.
   * @throws DomainError `otp_invalid`, `otp_attempts_exceeded`
   */
  async spendAttempt(challengeId: string): Promise<{ email: string; attempts_left: number }> {
    const spent = await this.database.row(sql.spendAttempt, [challengeId]);
    if (spent !== undefined) return spent;
    if (await this.isExhausted(challengeId)) {
      // One of the tries that were counted may be the right one, and just signing somebody in. Then this
      // challenge is over rather than exhausted, which is known in a moment.
      await pause(SETTLING_MS);
      if (await this.isExhausted(challengeId)) {
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

  private async isExhausted(challengeId: string): Promise<boolean> {
    return (await this.database.row(sql.isExhausted, [challengeId]))?.exhausted ?? false;
  }

  private async refuseTooMany(transaction: Runner, { email, origin }: NewChallenge): Promise<void> {
    const recent = await transaction.row(sql.countRecent, [email, origin.client_ip]);
    const { OTP_PER_EMAIL_HOUR, OTP_PER_IP_HOUR } = this.config;
    if (
      recent !== undefined &&
      (recent.hour >= OTP_PER_EMAIL_HOUR ||
        recent.day >= OTP_PER_EMAIL_HOUR * DAY_LIMIT_FACTOR ||
        recent.from_here >= Math.min(PER_ADDRESS_AND_CLIENT_HOUR, OTP_PER_EMAIL_HOUR) ||
        recent.undelivered >= UNDELIVERED_PER_ADDRESS_HOUR ||
        recent.from_client >= OTP_PER_IP_HOUR)
    ) {
      throw new DomainError('rate_limited', 'Too many codes were asked for. Try again in an hour.', {
        retry_after: 3600,
      });
    }
  }
}

const storeCode = async (runner: Runner, { id, challenge_id, email, digest }: NewCode): Promise<void> => {
  await runner.rows(sql.storeCode, [id, email, digest, challenge_id]);
};

const secondsToNextHour = (): number => 3600 - (Math.floor(Date.now() / 1000) % 3600);
