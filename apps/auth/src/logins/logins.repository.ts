import { Injectable } from '@nestjs/common';
import type { ClientOrigin } from '@saathi/contracts';
import { Database, statement, type Runner } from '@saathi/entities';

/** A login about to be opened. */
export interface NewLogin {
  readonly id: string;
  readonly user_id: string;
  readonly salt: Buffer;
  readonly token_hash: Buffer;
  readonly origin: ClientOrigin;
}

/** A refresh token with the login it belongs to, locked for the transaction. */
export interface LockedToken {
  readonly login_id: string;
  readonly user_id: string;
  readonly salt: Buffer;
  readonly alive: boolean;
  readonly rotated: boolean;
  readonly within_grace: boolean;
}

/** A login that has ended. */
export interface EndedLogin {
  readonly login_id: string;
  readonly user_id: string;
}

export interface LoginRow {
  readonly id: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly user_agent: string | null;
}

const LOGIN_DAYS = 30;
const IDLE_DAYS = 14;
const MAX_LOGINS = 10;

const sql = {
  open: statement(
    'login_open',
    `INSERT INTO logins (id, user_id, salt, user_agent, client_ip, idle_expires_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + interval '${String(IDLE_DAYS)} days', now() + interval '${String(LOGIN_DAYS)} days')`,
  ),
  addToken: statement('login_add_token', `INSERT INTO refresh_tokens (token_hash, login_id) VALUES ($1, $2)`),
  revokeOldest: statement<{ id: string }>(
    'login_revoke_oldest',
    `UPDATE logins SET revoked_at = now(), revoke_reason = 'too_many'
     WHERE id IN (
       SELECT id FROM logins WHERE user_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC OFFSET ${String(MAX_LOGINS)}
     ) RETURNING id`,
  ),
  lockToken: statement<LockedToken>(
    'login_lock_token',
    `SELECT l.id AS login_id, l.user_id, l.salt,
       l.revoked_at IS NULL AND l.expires_at > clock_timestamp() AND l.idle_expires_at > clock_timestamp() AS alive,
       t.rotated_at IS NOT NULL AS rotated,
       coalesce(t.rotated_at > clock_timestamp() - make_interval(secs => $2), false) AS within_grace
     FROM refresh_tokens t JOIN logins l ON l.id = t.login_id
     WHERE t.token_hash = $1 FOR UPDATE OF t, l`,
  ),
  rotate: statement(
    'login_rotate',
    `WITH parent AS (UPDATE refresh_tokens SET rotated_at = clock_timestamp() WHERE token_hash = $1 RETURNING login_id),
          seen AS (
            UPDATE logins SET last_seen_at = clock_timestamp(), idle_expires_at = clock_timestamp() + interval '${String(IDLE_DAYS)} days'
            WHERE id = (SELECT login_id FROM parent)
          )
     INSERT INTO refresh_tokens (token_hash, login_id) SELECT $2, login_id FROM parent`,
  ),
  isUnused: statement<{ unused: boolean }>(
    'login_is_unused',
    `SELECT rotated_at IS NULL AS unused FROM refresh_tokens WHERE token_hash = $1`,
  ),
  revoke: statement<{ id: string }>(
    'login_revoke',
    `UPDATE logins SET revoked_at = now(), revoke_reason = $3
     WHERE user_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id`,
  ),
  revokeAll: statement<{ id: string }>(
    'login_revoke_all',
    `UPDATE logins SET revoked_at = now(), revoke_reason = $2 WHERE user_id = $1 AND revoked_at IS NULL RETURNING id`,
  ),
  markEndTold: statement(
    'login_mark_end_told',
    `UPDATE logins SET end_told_at = clock_timestamp() WHERE id = $1 AND end_told_at IS NULL`,
  ),
  findUntold: statement<EndedLogin>(
    'login_find_untold',
    `SELECT id AS login_id, user_id FROM logins
     WHERE revoked_at IS NOT NULL AND end_told_at IS NULL AND revoked_at < now() - make_interval(secs => $1) LIMIT 200`,
  ),
  list: statement<LoginRow>(
    'login_list',
    `SELECT id, created_at, last_seen_at, user_agent FROM logins
     WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now() AND idle_expires_at > now()
     ORDER BY last_seen_at DESC, id DESC`,
  ),
};

/** Logins (one a device) and their chains of refresh tokens. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Opens a login inside a transaction of its caller.
   * @returns the logins that had to end because the person has too many
   */
  async open(transaction: Runner, { id, user_id, salt, token_hash, origin }: NewLogin): Promise<string[]> {
    await transaction.rows(sql.open, [id, user_id, salt, origin.user_agent ?? null, origin.client_ip]);
    await transaction.rows(sql.addToken, [token_hash, id]);
    return (await transaction.rows(sql.revokeOldest, [user_id])).map((row) => row.id);
  }

  /** Runs `decide` while nobody else can use the token. What it decides is kept even if it refuses. */
  async withToken<T>(
    tokenHash: Buffer,
    graceSeconds: number,
    decide: (token: LockedToken | undefined, chain: TokenChain) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (transaction) => {
      const token = await transaction.row(sql.lockToken, [tokenHash, graceSeconds]);
      return decide(token, {
        rotate: async (successorHash) => {
          await transaction.rows(sql.rotate, [tokenHash, successorHash]);
        },
        isUnused: async (successorHash) =>
          (await transaction.row(sql.isUnused, [successorHash]))?.unused ?? false,
        revoke: async (reason) => {
          if (token !== undefined)
            await transaction.rows(sql.revoke, [token.user_id, token.login_id, reason]);
        },
      });
    });
  }

  /** @returns whether there was such a login to end */
  async revoke(userId: string, loginId: string, reason: string): Promise<boolean> {
    return (await this.database.row(sql.revoke, [userId, loginId, reason])) !== undefined;
  }

  /** @returns the logins that ended */
  async revokeAll(userId: string, reason: string): Promise<string[]> {
    return (await this.database.rows(sql.revokeAll, [userId, reason])).map((row) => row.id);
  }

  async markEndTold(loginId: string): Promise<void> {
    await this.database.rows(sql.markEndTold, [loginId]);
  }

  /** Ended logins that nobody was told of, but for those that are just being told of. */
  async findUntold(graceSeconds: number): Promise<EndedLogin[]> {
    return this.database.rows(sql.findUntold, [graceSeconds]);
  }

  async list(userId: string): Promise<LoginRow[]> {
    return this.database.rows(sql.list, [userId]);
  }
}

/** What may be done with a locked token. */
export interface TokenChain {
  rotate(successorHash: Buffer): Promise<void>;
  isUnused(successorHash: Buffer): Promise<boolean>;
  revoke(reason: string): Promise<void>;
}
