import { statement } from '@saathi/entities';
import type { Door } from './door.js';

/** What of a challenge decides about another mail. */
export interface ChallengeState {
  readonly email: string;
  readonly locale: string;
  readonly expires_in: number;
}

/** A mail that nobody tries to send any more, with what another one for its challenge needs. */
export interface AbandonedDelivery extends ChallengeState {
  readonly challenge_id: string;
  readonly door: Door;
}

// Serialises the requests of one address, so that twenty at once cannot each see room for one.
export const lockAddress = statement(
  'otp_lock_address',
  `SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`,
);

// The same for the requests of one client. Always taken second, so that nobody waits in a circle.
export const lockClient = statement(
  'otp_lock_client',
  `SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`,
);

// What counts for an address is each mail it gets, whoever asks for it. One that never went out does not.
export const countRecent = statement<{
  hour: number;
  day: number;
  from_here: number;
  from_client: number;
  undelivered: number;
}>(
  'otp_count_recent',
  `SELECT
       coalesce(sum(sends) FILTER (WHERE email = $1 AND delivered AND created_at > now() - interval '1 hour'), 0)::int AS hour,
       coalesce(sum(sends) FILTER (WHERE email = $1 AND delivered), 0)::int AS day,
       count(*) FILTER (WHERE email = $1 AND client_ip = $2 AND delivered AND created_at > now() - interval '1 hour')::int AS from_here,
       count(*) FILTER (WHERE client_ip = $2 AND created_at > now() - interval '1 hour')::int AS from_client,
       count(*) FILTER (WHERE email = $1 AND NOT delivered AND created_at > now() - interval '1 hour')::int AS undelivered
     FROM (
       SELECT c.email, c.client_ip, c.created_at, c.sends, NOT EXISTS (
         SELECT FROM otp_deliveries d WHERE d.challenge_id = c.id HAVING bool_and(d.status = 'failed')
       ) AS delivered
       FROM otp_challenges c
       WHERE (c.email = $1 OR c.client_ip = $2) AND c.created_at > now() - interval '1 day'
     ) recent`,
);

export const openChallenge = statement(
  'otp_open_challenge',
  `INSERT INTO otp_challenges (id, email, locale, client_ip, user_agent, max_attempts, expires_at, door)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7), $8)`,
);

export const countSend = statement<ChallengeState>(
  'otp_count_send',
  `UPDATE otp_challenges SET sends = sends + 1, last_sent_at = clock_timestamp()
     WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp() AND sends < $2 AND door = $4
       AND (last_sent_at IS NULL OR last_sent_at <= clock_timestamp() - make_interval(secs => $3))
     RETURNING email, locale, ceil(extract(epoch FROM expires_at - clock_timestamp()))::int AS expires_in`,
);

export const findSendState = statement<{ sends: number; wait: number }>(
  'otp_find_send_state',
  `SELECT sends, ceil(extract(epoch FROM last_sent_at + make_interval(secs => $2) - clock_timestamp()))::int AS wait
     FROM otp_challenges
     WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp() AND door = 'people'`,
);

export const storeCode = statement(
  'otp_store_code',
  `WITH code AS (
       INSERT INTO otp_logins (id, email, otp, expires_at)
       SELECT $1, $2, $3, expires_at FROM otp_challenges WHERE id = $4
       RETURNING id
     )
     INSERT INTO otp_deliveries (otp_login_id, challenge_id, status) SELECT id, $4, $5 FROM code`,
);

export const countFailures = statement<{ failures: number }>(
  'otp_count_failures',
  `SELECT failures FROM otp_address_failures WHERE email = $1`,
);

export const setDelivery = statement(
  'otp_set_delivery',
  `UPDATE otp_deliveries SET status = $2 WHERE otp_login_id = $1`,
);

// The try is taken for a wrong one until the code turns out to be right.
export const markTried = statement(
  'otp_mark_tried',
  `UPDATE otp_deliveries SET tried_at = clock_timestamp() WHERE otp_login_id = $1 AND status = 'queued'`,
);

// The code itself is nowhere any more, so its challenge gets another one.
export const takeAbandoned = statement<AbandonedDelivery>(
  'otp_take_abandoned',
  `UPDATE otp_deliveries d SET status = 'failed' FROM otp_challenges c
     WHERE c.id = d.challenge_id AND d.otp_login_id IN (
       SELECT otp_login_id FROM otp_deliveries
       WHERE status = 'queued' AND tried_at < clock_timestamp() - make_interval(secs => $1)
       LIMIT 100 FOR UPDATE SKIP LOCKED
     )
     RETURNING c.id AS challenge_id, c.email, c.locale, c.door,
       CASE WHEN c.consumed_at IS NULL THEN ceil(extract(epoch FROM c.expires_at - clock_timestamp()))::int ELSE 0 END AS expires_in`,
);

export const spendAttempt = statement<{ email: string; attempts_left: number }>(
  'otp_spend_attempt',
  `WITH spent AS (
       UPDATE otp_challenges SET attempts = attempts + 1
       WHERE id = $1 AND consumed_at IS NULL AND expires_at > clock_timestamp() AND attempts < max_attempts AND door = $2
       RETURNING email, max_attempts - attempts AS attempts_left
     ), counted AS (
       INSERT INTO otp_address_failures AS known (email, failures) SELECT email, 1 FROM spent
       ON CONFLICT (email) DO UPDATE SET failures = known.failures + 1, last_failed_at = clock_timestamp()
     )
     SELECT email, attempts_left FROM spent`,
);

// One that is full is not counted on: nothing comes back.
export const countTry = statement<{ tries: number }>(
  'otp_count_try',
  `INSERT INTO otp_client_tries AS known (client_ip, hour, tries) VALUES ($1, date_trunc('hour', now()), 1)
     ON CONFLICT (client_ip, hour) DO UPDATE SET tries = known.tries + 1 WHERE known.tries < $2 RETURNING tries`,
);

export const takeTryBack = statement(
  'otp_take_try_back',
  `UPDATE otp_client_tries SET tries = tries - 1 WHERE client_ip = $1 AND hour = date_trunc('hour', now()) AND tries > 0`,
);

export const isExhausted = statement<{ exhausted: boolean }>(
  'otp_is_exhausted',
  `SELECT attempts >= max_attempts AS exhausted FROM otp_challenges
     WHERE id = $1 AND door = $2 AND consumed_at IS NULL AND expires_at > clock_timestamp()`,
);

export const findCodes = statement<{ id: string; otp: string }>(
  'otp_find_codes',
  `SELECT l.id, l.otp FROM otp_deliveries d JOIN otp_logins l ON l.id = d.otp_login_id
     WHERE d.challenge_id = $1 AND NOT l.verified`,
);

export const deleteOld = statement(
  'otp_delete_old',
  `WITH codes AS (DELETE FROM otp_logins WHERE created_at < now() - interval '1 day'),
          tokens AS (DELETE FROM registrations WHERE created_at < now() - interval '1 day'),
          tries AS (DELETE FROM otp_client_tries WHERE hour < now() - interval '1 day'),
          failures AS (DELETE FROM otp_address_failures WHERE last_failed_at < now() - interval '1 year')
     DELETE FROM otp_challenges WHERE created_at < now() - interval '1 day'`,
);

export const findAddress = statement<{ email: string }>(
  'otp_find_address',
  `SELECT email FROM otp_challenges WHERE id = $1`,
);

/** Mails that an address got within an hour, and within a day. */
export const countMails = statement<{ hour: number; day: number }>(
  'otp_count_mails',
  `SELECT coalesce(sum(sends) FILTER (WHERE created_at > now() - interval '1 hour'), 0)::int AS hour,
     coalesce(sum(sends), 0)::int AS day
   FROM otp_challenges WHERE email = $1 AND created_at > now() - interval '1 day'`,
);
