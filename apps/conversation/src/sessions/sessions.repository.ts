import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainError,
  type ListSessionsRequest,
  type Persona,
  type PersonaPrompt,
  type PersonaSnapshot,
} from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';
import type { SessionRow } from './session-row.js';

/** A session about to be opened. */
export interface NewSession {
  readonly id: string;
  readonly user_id: string;
  readonly persona_snapshot: PersonaSnapshot;
  readonly off_the_record: boolean;
}

/** A write that a client may repeat. */
export interface RepeatableWrite {
  readonly key: string;
  readonly request_hash: Buffer;
}

/** The companion a person has chosen, and what it has become for them. */
export interface ChosenPersona {
  readonly persona: Persona;
  readonly persona_prompt: PersonaPrompt | null;
  readonly locale: string | null;
}

// A session without a word has nothing to summarise, which is known the moment it ends, and stays true
// while the summary service looks at it.
const SESSION = `
  s.id, s.user_id, s.type, s.started_at, s.started_at::text AS started_at_text, s.ended_at,
  CASE
    WHEN s.ended_at IS NULL THEN 'none'
    WHEN summary.status <> 'pending' THEN summary.status
    WHEN EXISTS (SELECT FROM messages m WHERE m.session_id = s.id AND m.role = 'user') THEN 'pending'
    ELSE 'skipped'
  END AS summary_status,
  off_record.session_id IS NOT NULL AS off_the_record,
  CASE WHEN off_record.session_id IS NULL AND NOT EXISTS (
    SELECT FROM safety_events e WHERE e.session_id = s.id AND e.direction = 'in'
  ) THEN (
    SELECT left(ltrim(text, E' \\t\\r\\n'), 400) FROM messages m WHERE m.session_id = s.id AND m.role = 'user'
    ORDER BY m.created_at, m.id LIMIT 1
  ) END AS first_words,
  s.partner_type_one_liner, s.top_3_traits_you_value, s.what_you_might_work_on, s.next_time_focus,
  s.love_language_guess, s.communication_fit, s.confidence_score, s.persona_snapshot`;
const FROM_SESSION = `FROM sessions s
  LEFT JOIN session_summaries summary ON summary.session_id = s.id
  LEFT JOIN off_record_sessions off_record ON off_record.session_id = s.id`;

const sql = {
  findPersona: statement<ChosenPersona>(
    'sessions_find_persona',
    `SELECT persona, persona_prompt, locale FROM users WHERE id = $1`,
  ),
  insert: statement(
    'sessions_insert',
    `INSERT INTO sessions (id, user_id, type, persona_snapshot) VALUES ($1, $2, 'chat', $3)`,
  ),
  takeOffRecord: statement(
    'sessions_take_off_record',
    `INSERT INTO off_record_sessions (session_id, user_id) VALUES ($1, $2)`,
  ),
  disclose: statement(
    'sessions_disclose',
    `INSERT INTO disclosures (session_id, user_id, kind, locale) SELECT $1, id, 'start', locale FROM users WHERE id = $2`,
  ),
  claimKey: statement<{ resource_id: string }>(
    'sessions_claim_key',
    `INSERT INTO idempotency_keys (user_id, operation, key, request_hash, resource_id)
     VALUES ($1, 'start_session', $2, $3, $4)
     ON CONFLICT (user_id, operation, key) DO NOTHING RETURNING resource_id`,
  ),
  findKey: statement<{ resource_id: string; same: boolean }>(
    'sessions_find_key',
    `SELECT resource_id, request_hash = $3 AS same FROM idempotency_keys
     WHERE user_id = $1 AND operation = 'start_session' AND key = $2`,
  ),
  find: statement<SessionRow>(
    'sessions_find',
    `SELECT ${SESSION} ${FROM_SESSION} WHERE s.user_id = $1 AND s.id = $2`,
  ),
  list: statement<SessionRow>(
    'sessions_list',
    `SELECT ${SESSION} ${FROM_SESSION}
     WHERE s.user_id = $1 AND ($2::session_type_enum IS NULL OR s.type = $2)
       AND ($3::timestamptz IS NULL OR (s.started_at, s.id) < ($3, $4::uuid))
     ORDER BY s.started_at DESC, s.id DESC LIMIT $5`,
  ),
  end: statement<{ id: string }>(
    'sessions_end',
    `UPDATE sessions SET ended_at = clock_timestamp() WHERE user_id = $1 AND id = $2 AND ended_at IS NULL RETURNING id`,
  ),
  endIdle: statement<{ id: string; user_id: string }>(
    'sessions_end_idle',
    `UPDATE sessions SET ended_at = clock_timestamp() WHERE id IN (
       SELECT s.id FROM sessions s
       WHERE s.ended_at IS NULL AND s.type = 'chat' AND s.started_at < now() - make_interval(mins => $1)
         AND NOT EXISTS (
           SELECT FROM messages m WHERE m.session_id = s.id AND m.created_at > now() - make_interval(mins => $1))
         AND NOT EXISTS (SELECT FROM turns t WHERE t.session_id = s.id AND t.state = 'running')
       ORDER BY s.started_at LIMIT 200 FOR UPDATE SKIP LOCKED
     ) RETURNING id, user_id`,
  ),
  deleteOldKeys: statement(
    'sessions_delete_old_keys',
    `DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'`,
  ),
};

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async findPersona(userId: string): Promise<ChosenPersona | undefined> {
    return this.database.row(sql.findPersona, [userId]);
  }

  /**
   * Opens a session; asked again with the same key, finds the one that was opened.
   * @returns the id of the session
   * @throws DomainError `idempotency_key_reused`
   */
  async open(
    { id, user_id, persona_snapshot, off_the_record }: NewSession,
    repeatable: RepeatableWrite | undefined,
  ): Promise<string> {
    return this.database.transaction(async (transaction) => {
      if (repeatable !== undefined) {
        const { key, request_hash } = repeatable;
        const claimed = await transaction.row(sql.claimKey, [user_id, key, request_hash, id]);
        if (claimed === undefined) {
          const known = await transaction.row(sql.findKey, [user_id, key, request_hash]);
          if (known?.same !== true) throw new DomainError('idempotency_key_reused');
          return known.resource_id;
        }
      }
      await transaction.rows(sql.insert, [id, user_id, persona_snapshot]);
      if (off_the_record) await transaction.rows(sql.takeOffRecord, [id, user_id]);
      await transaction.rows(sql.disclose, [id, user_id]);
      return id;
    });
  }

  async find(userId: string, id: string): Promise<SessionRow | undefined> {
    return this.database.row(sql.find, [userId, id]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, type, limit, cursor }: ListSessionsRequest): Promise<SessionRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [
      user_id,
      type ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
  }

  /** @returns false when it had ended before, or is not there */
  async end(userId: string, id: string): Promise<boolean> {
    return (await this.database.row(sql.end, [userId, id])) !== undefined;
  }

  async endIdle(idleMinutes: number): Promise<{ id: string; user_id: string }[]> {
    return this.database.rows(sql.endIdle, [idleMinutes]);
  }

  async deleteOldKeys(): Promise<void> {
    await this.database.rows(sql.deleteOldKeys);
  }
}
