import type { MemoryKind } from '@saathi/contracts';
import { statement } from '@saathi/entities';

/** A memory as the repository reads it. */
export interface MemoryRow {
  readonly id: string;
  readonly kind: MemoryKind;
  readonly text: string;
  readonly pinned: boolean;
  readonly source_message_ids: string[];
  readonly created_at: Date;
  /** `created_at` in PostgreSQL's own text, for cursors. */
  readonly created_at_text: string;
}

const COLUMNS = `id, kind, text, pinned, source_message_ids, created_at, created_at::text AS created_at_text`;
// What was learned from messages that are all gone is gone with them, even before the merge has followed.
const HOLDS = `valid_to IS NULL AND (
  created_by = 'user' OR EXISTS (SELECT FROM messages m WHERE m.id = ANY(source_message_ids)))`;

/** One change of a person's memories at a time. */
export const lockPerson = statement(
  'memories_lock_person',
  `SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE`,
);

export const list = statement<MemoryRow>(
  'memories_list',
  `SELECT ${COLUMNS} FROM memories WHERE user_id = $1 AND ${HOLDS}
     AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
   ORDER BY created_at DESC, id DESC LIMIT $4`,
);

export const count = statement<{ memories: number }>(
  'memories_count',
  `SELECT count(*)::int AS memories FROM memories WHERE user_id = $1 AND valid_to IS NULL`,
);

export const find = statement<MemoryRow>(
  'memories_find',
  `SELECT ${COLUMNS} FROM memories WHERE user_id = $1 AND id = $2 AND ${HOLDS}`,
);

export const findAlike = statement<MemoryRow>(
  'memories_find_alike',
  `SELECT ${COLUMNS} FROM memories WHERE user_id = $1 AND label = $2 AND ${HOLDS} ORDER BY created_at LIMIT 1`,
);

export const add = statement<MemoryRow>(
  'memories_add',
  `INSERT INTO memories (id, user_id, kind, text, label, pinned, source_message_ids, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${COLUMNS}`,
);

export const pin = statement<MemoryRow>(
  'memories_pin',
  `UPDATE memories SET pinned = $3 WHERE user_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
);

/** The memory keeps its id; what it said until now stays behind it, with its end. $3 id of the old one */
export const supersede = statement(
  'memories_supersede',
  `INSERT INTO memories (id, user_id, kind, text, label, source_message_ids, created_by, created_at, valid_to, superseded_by)
   SELECT $3, user_id, kind, text, label, source_message_ids, created_by, created_at, clock_timestamp(), id
   FROM memories WHERE user_id = $1 AND id = $2`,
);

export const correct = statement<MemoryRow>(
  'memories_correct',
  `UPDATE memories SET text = $3, label = $4, created_by = 'user' WHERE user_id = $1 AND id = $2
   RETURNING ${COLUMNS}`,
);

/** Takes a memory and what it superseded, and bars the messages it came from. */
export const forget = statement<{ id: string }>(
  'memories_forget',
  `WITH gone AS (
     DELETE FROM memories WHERE user_id = $1 AND id = $2 AND valid_to IS NULL RETURNING id, source_message_ids
   ), barred AS (
     INSERT INTO forgotten_messages (user_id, message_id)
     SELECT $1, m.id FROM gone JOIN messages m ON m.id = ANY(gone.source_message_ids) AND m.user_id = $1
     ON CONFLICT ON CONSTRAINT forgotten_messages_pkey DO NOTHING
   )
   SELECT id FROM gone`,
);

/** Those of some messages that nothing may be learned from any more. */
export const barred = statement<{ message_id: string }>(
  'memories_barred',
  `SELECT message_id FROM forgotten_messages WHERE user_id = $1 AND message_id = ANY($2)`,
);

export const dropUnsaid = statement(
  'memories_drop_unsaid',
  `DELETE FROM memories WHERE user_id = $1 AND created_by = 'session'
     AND NOT EXISTS (SELECT FROM messages m WHERE m.id = ANY(source_message_ids))`,
);
