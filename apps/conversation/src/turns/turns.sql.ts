import type { MessageRole, MessageTag, PersonaSnapshot } from '@saathi/contracts';
import { statement } from '@saathi/entities';
import { recollection, type Recollection } from '../memory/memory.sql.js';

/** What a reply is made from, besides the message it answers. */
export interface ReplyContext {
  readonly persona_snapshot: PersonaSnapshot;
  readonly name: string;
  readonly locale: string | null;
  /** What was said before in the session, oldest first. */
  readonly earlier: { role: MessageRole; text: string }[] | null;
  /** Somebody was in danger in this session. */
  readonly in_crisis: boolean;
}

/** What came of asking to say something. Null members: there was no such thing. */
export interface Admission extends ReplyContext {
  /** Whether the person has such a session. */
  readonly found: boolean;
  readonly ended: boolean;
  readonly running: boolean;
  readonly premium: boolean;
  /** Messages counted before this one. */
  readonly used: number | null;
  /** What the idempotency key stood for already. */
  readonly known_reply_id: string | null;
  readonly known_same: boolean | null;
  /** When the message was stored; null when it was not. */
  readonly admitted_at: Date | null;
  /** It is time to say again that one talks to an AI. */
  readonly disclosure_due: boolean;
  /** What was asked for recall; null when nothing was, or the message was not stored. */
  readonly recollection: Recollection | null;
}

/** A turn that is already there, with the message it answers. */
export interface KnownTurn {
  readonly state: 'running' | 'complete' | 'partial' | 'failed' | 'cancelled';
  readonly reply_id: string;
  readonly message_id: string;
  readonly message_tag: MessageTag;
  readonly message_text: string;
  readonly message_created_at: Date;
  readonly reply_text: string | null;
  readonly reply_created_at: Date | null;
}

const EARLIER_LINES = 40;

/** What the reply of the row of `turn` is made from. */
export const CONTEXT_OF_TURN = `
   SELECT s.persona_snapshot, u.name, u.locale, is_in_crisis(s.id) AS in_crisis,
     (SELECT json_agg(line ORDER BY line.created_at, line.id) FROM (
        SELECT m.id, m.created_at, m.role, m.text FROM messages m
        WHERE m.session_id = turn.session_id AND (m.created_at, m.id) < (said.created_at, said.id)
        ORDER BY m.created_at DESC, m.id DESC LIMIT ${String(EARLIER_LINES)}
      ) line) AS earlier
   FROM turn JOIN messages said ON said.id = turn.user_message_id
     JOIN sessions s ON s.id = turn.session_id JOIN users u ON u.id = turn.user_id`;

// A row of one session comes after the one before it even when the clock stands still.
const NEXT_INSTANT = `greatest(clock_timestamp(), (SELECT max(created_at) + interval '1 microsecond' FROM messages WHERE session_id = $2))`;

/** When a reply was stored, and under which tag. */
export interface StoredReply {
  readonly created_at: Date;
  readonly tag: MessageTag;
}

/** Writes the reply $1 with the text $3 for the row of `turn`. */
export const STORE_REPLY = `
   INSERT INTO messages (id, session_id, user_id, role, tag, text, created_at)
   SELECT $1, turn.session_id, turn.user_id, 'ai', said.tag, $3, greatest(clock_timestamp(),
     (SELECT max(created_at) + interval '1 microsecond' FROM messages WHERE session_id = turn.session_id))
   FROM turn JOIN messages said ON said.id = turn.user_message_id
   RETURNING created_at, tag`;

/**
 * Everything that decides about a message, in one statement and so in one round trip and one
 * transaction: whose session it is and whether it is open, whether the key was used, whether the
 * allowance lasts, and then the message itself with its turn. The first step locks the person's
 * usage row, so that decisions about one person come one after the other.
 *
 * $1 user, $2 session, $3 message id, $4 text, $5 tag, $6 reply id, $7 free messages,
 * $8 lease in seconds, $9 idempotency key or null, $10 request hash, $11 how much danger the message tells of or null,
 * $12 to $14 what is asked for recall, or null: see `recollection`
 */
export const admit = statement<Admission>(
  'turns_admit',
  `WITH usage AS MATERIALIZED (
     SELECT total_messages AS used FROM lock_usage_stats($1)
   ), session AS MATERIALIZED (
     SELECT s.id, s.started_at, s.ended_at, s.persona_snapshot FROM usage, sessions s
     WHERE s.id = $2 AND s.user_id = $1 AND s.type = 'chat' FOR SHARE OF s
   ), pass AS (
     SELECT EXISTS (
       SELECT FROM subscriptions
       WHERE user_id = $1 AND active AND start_date <= clock_timestamp() AND clock_timestamp() < end_date
     ) AS premium
   ), known AS (
     SELECT resource_id, request_hash = $10 AS same FROM idempotency_keys
     WHERE user_id = $1 AND operation = 'send_message' AND key = $9
   ), crisis AS (
     SELECT $11::text IS NOT NULL OR is_in_crisis($2) AS in_crisis
   ), running AS (
     SELECT EXISTS (SELECT FROM turns WHERE session_id = $2 AND state = 'running') AS running
   ), admitted AS (
     INSERT INTO messages (id, session_id, user_id, role, tag, text, created_at)
     SELECT $3, $2, $1, 'user', $5, $4, ${NEXT_INSTANT}
     FROM session, usage, pass, running, crisis
     WHERE session.ended_at IS NULL AND NOT running AND (premium OR used < $7 OR in_crisis) AND NOT EXISTS (SELECT FROM known)
     RETURNING created_at
   ), turn AS (
     INSERT INTO turns (reply_id, session_id, user_id, user_message_id, lease_until)
     SELECT $6, $2, $1, $3, clock_timestamp() + make_interval(secs => $8) FROM admitted
   ), claimed AS (
     INSERT INTO idempotency_keys (user_id, operation, key, request_hash, resource_id)
     SELECT $1, 'send_message', $9, $10, $6 FROM admitted WHERE $9 IS NOT NULL
   ), noted AS (
     INSERT INTO safety_events (user_id, session_id, message_id, direction, level, source, action, locale)
     SELECT $1, $2, $3, 'in', $11, 'lexicon', 'helplines_shown', (SELECT locale FROM users WHERE id = $1)
     FROM admitted WHERE $11 IS NOT NULL
   ), disclosed AS (
     INSERT INTO disclosures (session_id, user_id, kind, locale)
     SELECT $2, $1, 'three_hours', (SELECT locale FROM users WHERE id = $1) FROM admitted, session
     WHERE coalesce((SELECT max(shown_at) FROM disclosures WHERE session_id = $2), session.started_at)
       < clock_timestamp() - interval '3 hours'
     RETURNING id
   )
   SELECT session.id IS NOT NULL AS found, session.ended_at IS NOT NULL AS ended, running, premium, used,
     known.resource_id AS known_reply_id, known.same AS known_same,
     admitted.created_at AS admitted_at, EXISTS (SELECT FROM disclosed) AS disclosure_due, in_crisis,
     session.persona_snapshot, u.name, u.locale,
     CASE WHEN admitted.created_at IS NOT NULL AND $12::float8 IS NOT NULL THEN (
       SELECT row_to_json(recollected) FROM (SELECT ${recollection('$12', '$13', '$14')}) recollected
     ) END AS recollection,
     (SELECT json_agg(line ORDER BY line.created_at, line.id) FROM (
        SELECT id, created_at, role, text FROM messages WHERE session_id = session.id
        ORDER BY created_at DESC, id DESC LIMIT ${String(EARLIER_LINES)}
      ) line) AS earlier
   FROM usage CROSS JOIN pass CROSS JOIN running CROSS JOIN crisis
     LEFT JOIN session ON true LEFT JOIN known ON true LEFT JOIN admitted ON true
     LEFT JOIN users u ON u.id = $1`,
);

/** Records the calls of the model in the JSON of a parameter, for the person of the row of `turn`. */
export const recordCalls = (parameter: string): string => `
   calls AS (
     INSERT INTO model_calls (user_id, purpose, model, tokens_in, tokens_cached, tokens_out, estimated,
       first_token_ms, total_ms, outcome, cost_paise)
     SELECT turn.user_id, call.* FROM turn, jsonb_to_recordset(${parameter}::jsonb) AS call (purpose TEXT, model TEXT,
       tokens_in INTEGER, tokens_cached INTEGER, tokens_out INTEGER, estimated BOOLEAN, first_token_ms INTEGER,
       total_ms INTEGER, outcome TEXT, cost_paise NUMERIC)
   )`;

/**
 * Stores a reply and closes its turn, if the turn is still in the hands of this attempt. A reply that it
 * replaces goes.
 * $1 reply id, $2 attempt, $3 text, $4 state, $5 calls of the model, as JSON
 */
export const complete = statement<StoredReply>(
  'turns_complete',
  `WITH turn AS (
     UPDATE turns SET state = $4, text_so_far = '', finished_at = clock_timestamp()
     WHERE reply_id = $1 AND attempt = $2 AND state = 'running'
     RETURNING session_id, user_id, user_message_id, replaces
   ), replaced AS (
     DELETE FROM messages WHERE id = (SELECT replaces FROM turn) AND role = 'ai'
   ),${recordCalls('$5')}
   ${STORE_REPLY}`,
);

/** Closes a turn without a reply. $1 reply id, $2 attempt, $3 state, $4 error code, $5 calls of the model, as JSON */
export const fail = statement(
  'turns_fail',
  `WITH turn AS (
     UPDATE turns SET state = $3, error_code = $4, text_so_far = '', finished_at = clock_timestamp()
     WHERE reply_id = $1 AND attempt = $2 AND state = 'running' RETURNING user_id
   ),${recordCalls('$5')}
   SELECT FROM turn`,
);

export const find = statement<KnownTurn>(
  'turns_find',
  `SELECT t.state, t.reply_id, said.id AS message_id, said.tag AS message_tag, said.text AS message_text,
     said.created_at AS message_created_at, reply.text AS reply_text, reply.created_at AS reply_created_at
   FROM turns t JOIN messages said ON said.id = t.user_message_id LEFT JOIN messages reply ON reply.id = t.reply_id
   WHERE t.user_id = $1 AND t.reply_id = $2`,
);

/**
 * Opens a new turn for the message of one that failed or broke off, if its session is still open, and lets its key
 * stand for the new one.
 * $1 user, $2 failed reply id, $3 new reply id, $4 lease in seconds, $5 idempotency key
 */
export const retry = statement<ReplyContext>(
  'turns_retry',
  `WITH failed AS (
     SELECT session_id, user_message_id FROM turns
     WHERE user_id = $1 AND reply_id = $2 AND state IN ('failed', 'partial')
   ), open AS MATERIALIZED (
     SELECT s.id FROM failed JOIN sessions s ON s.id = failed.session_id WHERE s.ended_at IS NULL FOR SHARE OF s
   ), claimed AS (
     UPDATE idempotency_keys SET resource_id = $3 FROM open
     WHERE user_id = $1 AND operation = 'send_message' AND key = $5 AND resource_id = $2 RETURNING key
   ), turn AS (
     INSERT INTO turns (reply_id, session_id, user_id, user_message_id, replaces, lease_until)
     SELECT $3, session_id, $1, user_message_id, (SELECT id FROM messages WHERE id = $2),
       clock_timestamp() + make_interval(secs => $4)
     FROM failed, claimed RETURNING session_id, user_id, user_message_id
   )
   ${CONTEXT_OF_TURN}`,
);

/** What came of asking for a reply to be made again. Null members: there was no such thing. */
export interface Remake extends ReplyContext {
  readonly found: boolean;
  readonly ended: boolean;
  /** Of the newest reply to the last message. */
  readonly state: KnownTurn['state'] | null;
  /** Whether a turn was opened. */
  readonly opened: boolean;
  readonly premium: boolean;
  readonly used: number | null;
  readonly message_id: string;
  readonly message_tag: MessageTag;
  readonly message_text: string;
  readonly message_created_at: Date;
}

/**
 * Opens a new turn for the last message of a session whose reply failed or was stopped.
 * $1 user, $2 session, $3 new reply id, $4 lease in seconds
 */
export const remake = statement<Remake>(
  'turns_remake',
  `WITH session AS MATERIALIZED (
     SELECT id, ended_at, persona_snapshot FROM sessions WHERE id = $2 AND user_id = $1 AND type = 'chat' FOR SHARE
   ), said AS (
     SELECT id, tag, text, created_at FROM messages WHERE session_id = $2 AND role = 'user'
     ORDER BY created_at DESC, id DESC LIMIT 1
   ), latest AS (
     SELECT t.reply_id, t.state,
       -- One that left no words leaves what it was to replace.
       CASE WHEN EXISTS (SELECT FROM messages WHERE id = t.reply_id) THEN t.reply_id ELSE t.replaces END AS standing
     FROM turns t JOIN said ON said.id = t.user_message_id
     ORDER BY t.created_at DESC, t.reply_id DESC LIMIT 1
   ), turn AS (
     INSERT INTO turns (reply_id, session_id, user_id, user_message_id, replaces, lease_until)
     SELECT $3, $2, $1, said.id, latest.standing, clock_timestamp() + make_interval(secs => $4)
     FROM session, said, latest
     WHERE session.ended_at IS NULL AND latest.state IN ('failed', 'cancelled', 'partial')
     RETURNING reply_id
   ), rekeyed AS (
     UPDATE idempotency_keys SET resource_id = $3 FROM turn, latest
     WHERE user_id = $1 AND operation = 'send_message' AND resource_id = latest.reply_id
   )
   SELECT session.id IS NOT NULL AS found, session.ended_at IS NOT NULL AS ended, latest.state,
     turn.reply_id IS NOT NULL AS opened, is_in_crisis($2) AS in_crisis, session.persona_snapshot, u.name, u.locale,
     said.id AS message_id, said.tag AS message_tag, said.text AS message_text, said.created_at AS message_created_at,
     (SELECT total_messages FROM usage_stats WHERE user_id = $1) AS used,
     EXISTS (
       SELECT FROM subscriptions
       WHERE user_id = $1 AND active AND start_date <= clock_timestamp() AND clock_timestamp() < end_date
     ) AS premium,
     (SELECT json_agg(line ORDER BY line.created_at, line.id) FROM (
        SELECT m.id, m.created_at, m.role, m.text FROM messages m
        WHERE m.session_id = session.id AND (m.created_at, m.id) < (said.created_at, said.id)
        ORDER BY m.created_at DESC, m.id DESC LIMIT ${String(EARLIER_LINES)}
      ) line) AS earlier
   FROM (SELECT 1) one LEFT JOIN session ON true LEFT JOIN said ON session.id IS NOT NULL
     LEFT JOIN latest ON session.id IS NOT NULL LEFT JOIN turn ON true LEFT JOIN users u ON u.id = $1`,
);

/** Whether the person has the session, and the reply that is being made in it. */
export const findRunning = statement<{ reply_id: string | null }>(
  'turns_find_running',
  `SELECT t.reply_id FROM sessions s LEFT JOIN turns t ON t.session_id = s.id AND t.state = 'running'
   WHERE s.id = $2 AND s.user_id = $1`,
);
