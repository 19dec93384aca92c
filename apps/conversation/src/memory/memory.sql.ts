import type { MessageRole } from '@saathi/contracts';
import { statement } from '@saathi/entities';
import type { MessageRow } from '../messages/message-row.js';

/** A message for the index. `text` only where its words have not been read yet. */
export interface ReadableRow {
  readonly id: string;
  readonly session_id: string;
  readonly role: MessageRole;
  readonly norm: string | null;
  readonly text: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What came since the index was made. */
export interface Since {
  /** How many messages there are in all. */
  readonly total: number;
  readonly fresh: (ReadableRow & { readonly text: string })[];
}

// What is said off the record is remembered by nobody.
const SPOKEN = `FROM messages m WHERE m.user_id = $1
  AND NOT EXISTS (SELECT FROM off_record_sessions o WHERE o.session_id = m.session_id)`;
const AT = `(extract(epoch FROM m.created_at) * 1000)::float8`;

/** $1 user, $2 version of the reading */
export const load = statement<ReadableRow>(
  'memory_load',
  `SELECT m.id, m.session_id, m.role, ${AT} AS at, read.norm,
     CASE WHEN read.norm IS NULL THEN m.text END AS text
   FROM messages m LEFT JOIN message_search read ON read.message_id = m.id AND read.version = $2
   WHERE m.user_id = $1 AND NOT EXISTS (SELECT FROM off_record_sessions o WHERE o.session_id = m.session_id)
   ORDER BY m.created_at, m.id`,
);

/** $1 user, $2 milliseconds since 1970 */
export const since = statement<Since>(
  'memory_since',
  `SELECT (SELECT count(*)::int ${SPOKEN}) AS total, coalesce((
     SELECT json_agg(row ORDER BY row.at, row.id) FROM (
       SELECT m.id, m.session_id, m.role, m.text, ${AT} AS at ${SPOKEN}
         AND m.created_at > to_timestamp($2::float8 / 1000)
     ) row), '[]') AS fresh`,
);

/** Keeps how messages were read; a message that went meanwhile is left out. */
export const keep = statement(
  'memory_keep',
  `INSERT INTO message_search (message_id, user_id, version, norm)
   SELECT m.id, m.user_id, $3, read.norm
   FROM unnest($1::uuid[], $2::text[]) AS read(id, norm) JOIN messages m ON m.id = read.id
   FOR KEY SHARE OF m
   ON CONFLICT (message_id) DO UPDATE SET norm = excluded.norm, version = excluded.version`,
);

export const messages = statement<MessageRow>(
  'memory_messages',
  `SELECT id, session_id, role, tag, text, created_at FROM messages WHERE user_id = $1 AND id = ANY($2)`,
);

/** What is remembered of a person besides what they said. */
export interface KnownRow {
  readonly name: string;
  /** Pinned ones first, then the newest. */
  readonly memories: { text: string; pinned: boolean }[];
  readonly forgotten: string[];
}

const MEMORIES = `
     (SELECT coalesce(json_agg(json_build_object('text', text, 'pinned', pinned)), '[]') FROM (
        SELECT text, pinned FROM memories WHERE user_id = $1 AND valid_to IS NULL AND (
          created_by = 'user' OR EXISTS (SELECT FROM messages m WHERE m.id = ANY(source_message_ids)))
        ORDER BY pinned DESC, created_at DESC, id LIMIT 200
      ) remembered) AS memories,
     (SELECT coalesce(json_agg(message_id), '[]') FROM forgotten_messages WHERE user_id = $1) AS forgotten`;

/** What a turn needs to know of a person, as it is now. */
export interface Recollection extends Omit<KnownRow, 'name'> {
  /** What was said since, as far as it is not known. */
  readonly fresh: (ReadableRow & { readonly text: string })[];
  /** Whether the message that was asked about is still there. */
  readonly stands: boolean;
}

/**
 * A recollection of the person $1.
 * @param since parameter with an instant in milliseconds since 1970
 * @param had parameter with the ids of messages since then that are known
 * @param asked parameter with the id of a message, or null
 */
export const recollection = (since: string, had: string, asked: string): string => `
     ${MEMORIES}, (${asked}::uuid IS NULL OR EXISTS (SELECT FROM messages WHERE id = ${asked})) AS stands,
     (SELECT coalesce(json_agg(row ORDER BY row.at, row.id), '[]') FROM (
        SELECT m.id, m.session_id, m.role, m.text, ${AT} AS at ${SPOKEN}
          AND m.created_at > to_timestamp(${since}::float8 / 1000) AND m.id <> ALL (${had}::uuid[])
      ) row) AS fresh`;

export const known = statement<KnownRow>('memory_known', `SELECT name, ${MEMORIES} FROM users WHERE id = $1`);

/** $1 user, $2 milliseconds since 1970, $3 ids of messages since then that are known, $4 a message, or null */
export const recollect = statement<Recollection & Pick<KnownRow, 'name'>>(
  'memory_recollect',
  `SELECT name, ${recollection('$2', '$3', '$4')} FROM users WHERE id = $1`,
);
