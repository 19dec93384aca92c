import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  type ActorPageRequest,
  type ClientOrigin,
  type SecurityEventKind,
} from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';
import { v7 as newId } from 'uuid';

/** Something that happened to an account. */
export interface SecurityEvent {
  readonly kind: SecurityEventKind;
  readonly user_id: string;
  readonly login_id?: string;
  readonly origin?: ClientOrigin;
}

export interface SecurityEventRow {
  readonly id: string;
  readonly kind: SecurityEventKind;
  readonly login_id: string | null;
  readonly client_ip: string | null;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly created_at_text: string;
}

const sql = {
  // The account may have gone a moment ago, and its log with it.
  add: statement(
    'security_log_add',
    `INSERT INTO security_events (id, user_id, kind, login_id, client_ip, user_agent)
     SELECT $1, id, $3, $4, $5, $6 FROM users WHERE id = $2`,
  ),
  addByAddress: statement<{ user_id: string }>(
    'security_log_add_by_address',
    `INSERT INTO security_events (id, user_id, kind, client_ip, user_agent)
     SELECT $1, id, $3, $4, $5 FROM users WHERE email = $2 RETURNING user_id`,
  ),
  list: statement<SecurityEventRow>(
    'security_log_list',
    `SELECT id, kind, login_id, host(client_ip) AS client_ip, user_agent, created_at, created_at::text AS created_at_text
     FROM security_events
     WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
     ORDER BY created_at DESC, id DESC LIMIT $4`,
  ),
  deleteOld: statement(
    'security_log_delete_old',
    `DELETE FROM security_events WHERE created_at < now() - interval '1 year'`,
  ),
};

@Injectable()
export class SecurityLogRepository {
  constructor(private readonly database: Database) {}

  async add({ kind, user_id, login_id, origin }: SecurityEvent): Promise<void> {
    await this.database.rows(sql.add, [
      newId(),
      user_id,
      kind,
      login_id ?? null,
      origin?.client_ip ?? null,
      origin?.user_agent ?? null,
    ]);
  }

  /** @returns whose address it is, if it is somebody's */
  async addByAddress(
    kind: SecurityEventKind,
    email: string,
    { client_ip, user_agent }: ClientOrigin,
  ): Promise<string | undefined> {
    const values = [newId(), email, kind, client_ip, user_agent ?? null];
    return (await this.database.row(sql.addByAddress, values))?.user_id;
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, limit, cursor }: ActorPageRequest): Promise<SecurityEventRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [user_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  async deleteOld(): Promise<void> {
    await this.database.rows(sql.deleteOld);
  }
}
