import { Injectable } from '@nestjs/common';
import { NOTICE_VERSION, type ConsentPurpose, type Gender, type Persona } from '@saathi/contracts';
import { Database, statement, type Runner } from '@saathi/entities';

/** A person about to be made. */
export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly gender: Gender;
  readonly persona: Persona;
  readonly phone_number: string | null;
  readonly locale: string;
}

const sql = {
  consumeChallenge: statement<{ id: string }>(
    'sign_in_consume_challenge',
    `UPDATE otp_challenges SET consumed_at = clock_timestamp() WHERE id = $1 AND consumed_at IS NULL RETURNING id`,
  ),
  useCode: statement('sign_in_use_code', `UPDATE otp_logins SET verified = true WHERE id = $1`),
  closeOthers: statement(
    'sign_in_close_others',
    `UPDATE otp_challenges SET expires_at = clock_timestamp()
     WHERE email = $1 AND id <> $2 AND consumed_at IS NULL AND expires_at > clock_timestamp()`,
  ),
  forgetFailures: statement('sign_in_forget_failures', `DELETE FROM otp_address_failures WHERE email = $1`),
  findUserId: statement<{ id: string }>('sign_in_find_user_id', `SELECT id FROM users WHERE email = $1`),
  addRegistration: statement(
    'sign_in_add_registration',
    `INSERT INTO registrations (token_hash, email, locale, expires_at)
     SELECT $1, email, locale, clock_timestamp() + make_interval(secs => $3) FROM otp_challenges WHERE id = $2`,
  ),
  useRegistration: statement<{ email: string; locale: string | null }>(
    'sign_in_use_registration',
    `UPDATE registrations SET used_at = clock_timestamp()
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING email, locale`,
  ),
  // Not by a violated constraint: Postgres would write the address into its log.
  addUser: statement<{ id: string }>(
    'sign_in_add_user',
    `INSERT INTO users (id, email, name, gender, persona, phone_number, locale) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT DO NOTHING RETURNING id`,
  ),
  addConsent: statement(
    'sign_in_add_consent',
    `INSERT INTO consents (user_id, purpose, notice_version, locale) VALUES ($1, $2, $3, $4)`,
  ),
};

/** What a right code and a registration change, each within one transaction. */
@Injectable()
export class SignInRepository {
  constructor(private readonly database: Database) {}

  transaction<T>(work: (transaction: Runner) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** Uses up a challenge by the code that proved it, and closes the address's other ones. Only one can win. */
  async consume(
    transaction: Runner,
    { challenge_id, code_id, email }: { challenge_id: string; code_id: string; email: string },
  ): Promise<boolean> {
    if ((await transaction.row(sql.consumeChallenge, [challenge_id])) === undefined) return false;
    await transaction.rows(sql.useCode, [code_id]);
    await transaction.rows(sql.closeOthers, [email, challenge_id]);
    await transaction.rows(sql.forgetFailures, [email]);
    return true;
  }

  async findUserId(transaction: Runner, email: string): Promise<string | undefined> {
    return (await transaction.row(sql.findUserId, [email]))?.id;
  }

  /** Lets the address of a challenge be registered with a token, in the language of the challenge. */
  async addRegistration(
    transaction: Runner,
    tokenHash: Buffer,
    challengeId: string,
    lifeSeconds: number,
  ): Promise<void> {
    await transaction.rows(sql.addRegistration, [tokenHash, challengeId, lifeSeconds]);
  }

  /** Uses up a registration token. @returns its address and language, or undefined for one that is not good */
  async useRegistration(
    transaction: Runner,
    tokenHash: Buffer,
  ): Promise<{ email: string; locale: string | null } | undefined> {
    return transaction.row(sql.useRegistration, [tokenHash]);
  }

  /** Makes the person, with what they agreed to. @returns false when the address has an account by now */
  async addUser(transaction: Runner, user: NewUser, consents: readonly ConsentPurpose[]): Promise<boolean> {
    const { id, email, name, gender, persona, phone_number, locale } = user;
    const values = [id, email, name, gender, persona, phone_number, locale];
    if ((await transaction.row(sql.addUser, values)) === undefined) return false;
    for (const purpose of consents) {
      await transaction.rows(sql.addConsent, [id, purpose, NOTICE_VERSION, locale]);
    }
    return true;
  }
}
