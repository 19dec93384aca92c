import type { PersonaSnapshot } from '@saathi/contracts';
import { statement } from '@saathi/entities';
import { recordCalls, type ReplyContext } from '../turns/turns.sql.js';

/** An owner or a socket that says nothing for this long is gone; the call ended when it was last heard. */
export const GRACE_SECONDS = 15;
/** A ticket that nobody used in this time is void. */
export const TICKET_SECONDS = 30;
const EARLIER_LINES = 40;

/** What a person has left, and whether they may begin. */
export interface Standing {
  readonly used: number;
  readonly premium: boolean;
}

export const standing = statement<Standing>(
  'calls_standing',
  `SELECT usage.total_call_seconds AS used, EXISTS (
     SELECT FROM subscriptions
     WHERE user_id = $1 AND active AND start_date <= clock_timestamp() AND clock_timestamp() < end_date
   ) AS premium
   FROM lock_usage_stats($1) usage`,
);

export const openSession = statement<{ id: string; persona_snapshot: PersonaSnapshot }>(
  'calls_open_session',
  `WITH session AS (
     INSERT INTO sessions (id, user_id, type, persona_snapshot) VALUES ($1, $2, 'call', $3) RETURNING id
   )
   INSERT INTO disclosures (session_id, user_id, kind, locale)
   SELECT session.id, u.id, 'start', u.locale FROM session, users u WHERE u.id = $2`,
);

export const findSession = statement<{ ended: boolean }>(
  'calls_find_session',
  `SELECT ended_at IS NOT NULL AS ended FROM sessions WHERE id = $1 AND user_id = $2 AND type = 'call' FOR SHARE`,
);

/** $1 call, $2 user, $3 session, $4 login, $5 digest of the ticket */
export const openLease = statement(
  'calls_open_lease',
  `INSERT INTO call_leases (id, user_id, session_id, login_id, ticket_sha256, deadline_at)
   VALUES ($1, $2, $3, $4, $5, clock_timestamp())`,
);

/** A lease in new hands. */
export interface Joined {
  readonly call_id: string;
  readonly user_id: string;
  readonly login_id: string;
  readonly session_id: string;
  readonly epoch: number;
  /** The newest frame of the microphone that is stored as text. */
  readonly ack_seq: number;
  /** The person's language; null where they have chosen none. */
  readonly locale: string | null;
}

const JOINED = `id AS call_id, user_id, login_id, session_id, epoch, heard_seq::float8 AS ack_seq,
  (SELECT locale FROM users WHERE users.id = user_id) AS locale`;

/** Begins a call: its clock starts here. $1 digest of the ticket, $2 digest of the token to go on */
export const begin = statement<Joined>(
  'calls_begin',
  `WITH lease AS (
     UPDATE call_leases SET epoch = 1, ticket_sha256 = NULL, resume_sha256 = $2,
       started_at = clock_timestamp(), heartbeat_at = clock_timestamp()
     WHERE ticket_sha256 = $1 AND ended_at IS NULL
       AND started_at > clock_timestamp() - interval '${String(TICKET_SECONDS)} seconds'
     RETURNING *
   ), call AS (
     INSERT INTO calls (id, session_id, user_id, started_at, ended_at)
     SELECT id, session_id, user_id, started_at, started_at FROM lease
   )
   SELECT ${JOINED} FROM lease`,
);

export const findByToken = statement<{ id: string }>(
  'calls_find_by_token',
  `SELECT id FROM call_leases WHERE resume_sha256 = $1 AND ended_at IS NULL`,
);

/** Takes a call over. $1 digest of the token to go on */
export const takeOver = statement<Joined>(
  'calls_take_over',
  `UPDATE call_leases SET epoch = epoch + 1, heartbeat_at = clock_timestamp()
   WHERE resume_sha256 = $1 AND ended_at IS NULL RETURNING ${JOINED}`,
);

/** How a call stands for whoever holds it. */
export interface Pulse {
  readonly session_ended: boolean;
  /** null while nothing limits it. */
  readonly remaining_ms: number | null;
  readonly premium: boolean;
  readonly age_ms: number;
}

/**
 * The heart of a call: moves the end of its row, which counts its seconds, and reads anew until when it may go on. A
 * pass bought meanwhile comes before the free seconds; for somebody in danger there is no limit.
 * $1 call, $2 epoch, $3 free seconds
 */
export const beat = statement<Pulse>(
  'calls_beat',
  `WITH held AS MATERIALIZED (
     SELECT l.id, c.started_at AS began, s.ended_at IS NOT NULL AS session_ended, is_in_crisis(l.session_id) AS in_crisis,
       greatest(0, $3::int - (coalesce(u.total_call_seconds, 0) - coalesce(c.duration_seconds, 0))) AS free,
       (SELECT max(end_date) FROM subscriptions
        WHERE user_id = l.user_id AND active AND end_date > clock_timestamp()
        HAVING bool_or(start_date <= clock_timestamp())) AS pass_until
     FROM call_leases l JOIN calls c ON c.id = l.id JOIN sessions s ON s.id = l.session_id
       LEFT JOIN usage_stats u ON u.user_id = l.user_id
     WHERE l.id = $1 AND l.epoch = $2 AND l.ended_at IS NULL FOR UPDATE OF l
   ), due AS MATERIALIZED (
     SELECT *, CASE
       WHEN in_crisis THEN 'infinity'::timestamptz
       WHEN pass_until IS NULL THEN began + make_interval(secs => free)
       ELSE pass_until + make_interval(secs => greatest(0, free - extract(epoch FROM clock_timestamp() - began)::float8))
     END AS deadline FROM held
   ), lease AS (
     UPDATE call_leases l SET heartbeat_at = clock_timestamp(), deadline_at = due.deadline FROM due WHERE l.id = due.id
   ), call AS (
     UPDATE calls c SET ended_at = least(clock_timestamp(), due.deadline) FROM due WHERE c.id = due.id
   )
   SELECT session_ended, pass_until IS NOT NULL AS premium,
     extract(epoch FROM clock_timestamp() - began)::float8 * 1000 AS age_ms,
     CASE WHEN deadline = 'infinity' THEN NULL
       ELSE extract(epoch FROM deadline - clock_timestamp())::float8 * 1000 END AS remaining_ms
   FROM due`,
);

/** A call that is over. */
export interface Ended {
  readonly user_id: string;
  readonly session_id: string;
  /** null when nobody ever used its ticket. */
  readonly duration_seconds: number | null;
}

const endLeases = (leases: string, until: string): string => `
   WITH lease AS (
     ${leases} RETURNING id, user_id, session_id, deadline_at
   ), call AS (
     UPDATE calls c SET ended_at = ${until}, transcript = (
       SELECT string_agg(CASE m.role WHEN 'user' THEN u.name ELSE 'Saathi' END || ': ' || m.text, E'\\n'
         ORDER BY m.created_at, m.id)
       FROM messages m JOIN users u ON u.id = m.user_id WHERE m.session_id = c.session_id
     ) FROM lease WHERE c.id = lease.id RETURNING c.id, c.duration_seconds
   ), session AS (
     UPDATE sessions s SET ended_at = clock_timestamp() FROM lease WHERE s.id = lease.session_id AND s.ended_at IS NULL
   )
   SELECT lease.user_id, lease.session_id, call.duration_seconds FROM lease LEFT JOIN call ON call.id = lease.id`;

/** Ends a call that one holds, once. $1 call, $2 epoch, $3 reason */
export const end = statement<Ended>(
  'calls_end',
  endLeases(
    `UPDATE call_leases SET ended_at = clock_timestamp(), end_reason = $3
     WHERE id = $1 AND epoch = $2 AND ended_at IS NULL`,
    'least(clock_timestamp(), lease.deadline_at)',
  ),
);

/** Ends the calls that nobody holds any more, where they were last heard of; of one person, or of all when $1 is null. */
export const endLost = statement<Ended>(
  'calls_end_lost',
  endLeases(
    `UPDATE call_leases SET ended_at = clock_timestamp(), end_reason = 'lost' WHERE id IN (
       SELECT id FROM call_leases WHERE ended_at IS NULL AND ($1::uuid IS NULL OR user_id = $1)
         AND heartbeat_at < clock_timestamp()
           - make_interval(secs => CASE epoch WHEN 0 THEN ${String(TICKET_SECONDS)} ELSE ${String(GRACE_SECONDS)} END)
       ORDER BY heartbeat_at LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    'c.ended_at',
  ),
);

const LEASE = `
   lease AS MATERIALIZED (
     SELECT id, user_id, session_id FROM call_leases WHERE id = $1 AND epoch = $2 AND ended_at IS NULL FOR SHARE
   )`;
const NEXT_INSTANT = `greatest(clock_timestamp(), (SELECT max(created_at) + interval '1 microsecond' FROM messages
     WHERE session_id = lease.session_id))`;

/** Something that was said on a call, with what the reply to it is made from. */
export interface Said extends ReplyContext {
  readonly id: string;
  readonly text: string;
  /** null when it was stored before. */
  readonly created_at: Date | null;
  /** The id is that of a message of somewhere else: nothing was stored. */
  readonly taken: boolean;
}

/**
 * Stores what a person said, once, and that the microphone was heard that far.
 * $1 call, $2 epoch, $3 message, $4 text, $5 danger or null, $6 frame of the microphone
 */
export const say = statement<Said>(
  'calls_say',
  `WITH lease AS MATERIALIZED (
     UPDATE call_leases SET heard_seq = greatest(heard_seq, $6::float8::bigint)
     WHERE id = $1 AND epoch = $2 AND ended_at IS NULL RETURNING id, user_id, session_id
   ), said AS (
     INSERT INTO messages (id, session_id, user_id, role, tag, text, created_at)
     SELECT $3, session_id, user_id, 'user', 'general', $4, ${NEXT_INSTANT} FROM lease
     ON CONFLICT (id) DO NOTHING RETURNING created_at
   ), noted AS (
     INSERT INTO safety_events (user_id, session_id, message_id, direction, level, source, action, locale)
     SELECT lease.user_id, lease.session_id, $3, 'in', $5, 'lexicon', 'helplines_shown',
       (SELECT locale FROM users WHERE id = lease.user_id)
     FROM lease, said WHERE $5::text IS NOT NULL
   )
   SELECT $3::uuid AS id, $4::text AS text, (SELECT created_at FROM said) AS created_at,
     EXISTS (SELECT FROM messages m WHERE m.id = $3 AND (m.session_id <> s.id OR m.role <> 'user')) AS taken,
     s.persona_snapshot, u.name, u.locale, $5::text IS NOT NULL OR is_in_crisis(s.id) AS in_crisis,
     (SELECT json_agg(line ORDER BY line.created_at, line.id) FROM (
        SELECT id, created_at, role, text FROM messages WHERE session_id = s.id
        ORDER BY created_at DESC, id DESC LIMIT ${String(EARLIER_LINES)}
      ) line) AS earlier
   FROM lease JOIN sessions s ON s.id = lease.session_id JOIN users u ON u.id = lease.user_id`,
);

/** The last thing said on a call, if it was the person's and has no reply. $1 call, $2 epoch */
export const findUnanswered = statement<Said>(
  'calls_find_unanswered',
  `WITH ${LEASE}, said AS (
     SELECT m.id, m.role, m.text, m.created_at, m.session_id FROM messages m JOIN lease ON m.session_id = lease.session_id
     ORDER BY m.created_at DESC, m.id DESC LIMIT 1
   )
   SELECT said.id, said.text, said.created_at, false AS taken, s.persona_snapshot, u.name, u.locale, is_in_crisis(s.id) AS in_crisis,
     (SELECT json_agg(line ORDER BY line.created_at, line.id) FROM (
        SELECT m.id, m.created_at, m.role, m.text FROM messages m
        WHERE m.session_id = s.id AND (m.created_at, m.id) < (said.created_at, said.id)
        ORDER BY m.created_at DESC, m.id DESC LIMIT ${String(EARLIER_LINES)}
      ) line) AS earlier
   FROM lease JOIN said ON said.role = 'user' JOIN sessions s ON s.id = lease.session_id JOIN users u ON u.id = lease.user_id`,
);

/** Stores as much of a reply as was heard so far. $1 call, $2 epoch, $3 reply, $4 text */
export const keepHeard = statement<{ id: string }>(
  'calls_keep_heard',
  `WITH ${LEASE}
   INSERT INTO messages (id, session_id, user_id, role, tag, text, created_at)
   SELECT $3, session_id, user_id, 'ai', 'general', $4, ${NEXT_INSTANT} FROM lease
   ON CONFLICT (id) DO UPDATE SET text = EXCLUDED.text RETURNING id`,
);

/** Records what the model was asked on a call. $1 call, $2 calls of the model, as JSON */
export const noteModelCalls = statement(
  'calls_note_model_calls',
  `WITH turn AS (SELECT user_id FROM call_leases WHERE id = $1),${recordCalls('$2')} SELECT FROM turn`,
);

/** A call as the repository reads it. */
export interface CallRow {
  readonly id: string;
  readonly session_id: string;
  readonly transcript: string | null;
  readonly started_at: Date;
  readonly started_at_text: string;
  readonly ended_at: Date;
  readonly duration_seconds: number | null;
}

const CALL = `id, session_id, transcript, started_at, started_at::text AS started_at_text, ended_at, duration_seconds`;

export const find = statement<CallRow>(
  'calls_find',
  `SELECT ${CALL} FROM calls WHERE user_id = $1 AND id = $2`,
);

export const list = statement<CallRow>(
  'calls_list',
  `SELECT ${CALL} FROM calls
   WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (started_at, id) < ($2, $3::uuid))
   ORDER BY started_at DESC, id DESC LIMIT $4`,
);
