import type { FindingField, LoveLanguage, Persona, SessionType } from '@saathi/contracts';
import { statement } from '@saathi/entities';
import type { Feedback } from '../merge/apply-feedback.js';
import type { TranscriptLine } from '../analyst/transcript.js';

/** A session that is due to be summarised. */
export interface DueSession {
  readonly session_id: string;
  readonly user_id: string;
  readonly type: SessionType;
  readonly persona: Persona;
  readonly call_seconds: number;
  /** Why nothing is learned from it, whatever was said; null when there is no such reason. */
  readonly spared: 'off_the_record' | 'crisis' | null;
  readonly tries: number;
}

/** A summarised session with the evidence that was kept of it. */
export interface SummarisedRow {
  readonly session_id: string;
  readonly user_turns: number;
  readonly evidence: readonly { field: FindingField; value: string; message_ids: string[] }[];
}

export interface LatestRow {
  readonly partner_type_one_liner: string | null;
  readonly top_3_traits_you_value: string[] | null;
  readonly what_you_might_work_on: string[] | null;
  readonly next_time_focus: string[] | null;
  readonly love_language_guess: LoveLanguage | null;
  readonly communication_fit: string | null;
  readonly confidence_score: string | null;
}

/**
 * Marks an ended session as being worked on and counts the try. Nothing for one that is summarised,
 * was skipped, is still open or is gone. `next_try_at` is when the sweep looks at it again, should
 * this try and the redeliveries of its event come to nothing.
 */
export const begin = statement<DueSession>(
  'summaries_begin',
  `WITH due AS (
     INSERT INTO session_summaries AS ss (session_id, user_id, status, tries, next_try_at)
     SELECT id, user_id, 'pending', 1, clock_timestamp() + interval '4 minutes'
     FROM sessions WHERE id = $1 AND ended_at IS NOT NULL
     ON CONFLICT (session_id) DO UPDATE
       SET tries = least(ss.tries + 1, 1000), next_try_at = excluded.next_try_at, updated_at = clock_timestamp()
       WHERE ss.status IN ('pending', 'failed')
     RETURNING session_id, user_id, tries
   )
   SELECT due.session_id, due.user_id, due.tries, s.type, s.persona_snapshot->>'base' AS persona,
     coalesce((SELECT sum(duration_seconds) FROM calls c WHERE c.session_id = s.id), 0)::int AS call_seconds,
     CASE
       WHEN EXISTS (SELECT FROM off_record_sessions o WHERE o.session_id = s.id) THEN 'off_the_record'
       WHEN EXISTS (
         SELECT FROM safety_events e WHERE e.session_id = s.id AND e.level IN ('ideation', 'intent')
       ) THEN 'crisis'
     END AS spared
   FROM due JOIN sessions s ON s.id = due.session_id`,
);

export const transcript = statement<TranscriptLine>(
  'summaries_transcript',
  `SELECT id, role, text FROM messages WHERE session_id = $1 ORDER BY created_at, id`,
);

export const close = statement(
  'summaries_close',
  `UPDATE session_summaries
   SET status = $2, reason = $3, user_turns = $4, updated_at = clock_timestamp(),
     next_try_at = CASE WHEN $2 IN ('ready', 'skipped') THEN NULL ELSE next_try_at END
   WHERE session_id = $1 AND status IN ('pending', 'failed') RETURNING session_id`,
);

/**
 * One merge of a person at a time. Nothing when the person is gone. The companion stays as it is for
 * whoever took back their consent to its growing.
 */
export const lockPerson = statement<{ may_evolve: boolean }>(
  'summaries_lock_person',
  `SELECT EXISTS (
     SELECT FROM consents WHERE user_id = $1 AND purpose = 'evolution' AND withdrawn_at IS NULL
   ) OR NOT EXISTS (
     SELECT FROM consents WHERE user_id = $1 AND purpose = 'evolution'
   ) AS may_evolve
   FROM users WHERE id = $1 FOR NO KEY UPDATE`,
);

export const addEvidence = statement(
  'summaries_add_evidence',
  `INSERT INTO summary_evidence (session_id, user_id, field, ord, value, message_ids, quote_sha256, quoted_in)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** The sessions in which something was deleted that was not followed yet. */
export const takeDeletions = statement<{ session_id: string }>(
  'summaries_take_deletions',
  `DELETE FROM summaries_to_merge WHERE user_id = $1 RETURNING session_id`,
);

/** Takes messages that are gone out of the evidence of some sessions, and what nobody says any more. */
export const forgetUnsaid = statement(
  'summaries_forget_unsaid',
  `WITH left_of AS (
     SELECT e.session_id, e.field, e.ord,
       ARRAY(SELECT id FROM unnest(e.message_ids) WITH ORDINALITY AS cited(id, n)
             WHERE EXISTS (SELECT FROM messages m WHERE m.id = cited.id) ORDER BY n) AS message_ids,
       ARRAY(SELECT id FROM unnest(e.quoted_in) WITH ORDINALITY AS quoted(id, n)
             WHERE EXISTS (SELECT FROM messages m WHERE m.id = quoted.id) ORDER BY n) AS quoted_in
     FROM summary_evidence e WHERE e.session_id = ANY($1)
   ), forgotten AS (
     DELETE FROM summary_evidence e USING left_of l
     WHERE (e.session_id, e.field, e.ord) = (l.session_id, l.field, l.ord) AND l.quoted_in = '{}'
   )
   UPDATE summary_evidence e SET message_ids = l.message_ids, quoted_in = l.quoted_in FROM left_of l
   WHERE (e.session_id, e.field, e.ord) = (l.session_id, l.field, l.ord)
     AND l.quoted_in <> '{}' AND e.message_ids <> l.message_ids`,
);

export const summarisedSessions = statement<SummarisedRow>(
  'summaries_summarised_sessions',
  `SELECT ss.session_id, ss.user_turns, (
     SELECT coalesce(json_agg(json_build_object('field', field, 'value', value, 'message_ids', message_ids) ORDER BY field, ord), '[]')
     FROM summary_evidence e WHERE e.session_id = ss.session_id
   ) AS evidence
   FROM session_summaries ss JOIN sessions s ON s.id = ss.session_id
   WHERE ss.user_id = $1 AND ss.status = 'ready'
   ORDER BY s.ended_at, s.id`,
);

export const writeSession = statement(
  'summaries_write_session',
  `UPDATE sessions SET partner_type_one_liner = $2, top_3_traits_you_value = $3, what_you_might_work_on = $4,
     next_time_focus = $5, love_language_guess = $6, communication_fit = $7
   WHERE id = $1`,
);

/** $1 user, $2 ledger as JSON: [{session_id, q, delta, before, after}] */
export const writeLedger = statement(
  'summaries_write_ledger',
  `WITH entry AS (
     SELECT * FROM jsonb_to_recordset($2::jsonb)
       AS e(session_id uuid, q numeric, delta numeric, before numeric, after numeric)
   ), written AS (
     INSERT INTO confidence_events AS known (session_id, user_id, q, delta, before, after)
     SELECT session_id, $1, q, delta, before, after FROM entry
     ON CONFLICT (session_id) DO UPDATE
       SET q = excluded.q, delta = excluded.delta, before = excluded.before, after = excluded.after
       WHERE (known.q, known.delta, known.before, known.after)
         IS DISTINCT FROM (excluded.q, excluded.delta, excluded.before, excluded.after)
   )
   UPDATE sessions s SET confidence_score = entry.after FROM entry
   WHERE s.id = entry.session_id AND s.confidence_score IS DISTINCT FROM entry.after::numeric(4, 2)`,
);

export const writeLatest = statement(
  'summaries_write_latest',
  `INSERT INTO user_summary_latest (user_id, partner_type_one_liner, top_3_traits_you_value, what_you_might_work_on,
     next_time_focus, love_language_guess, communication_fit, confidence_score, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())
   ON CONFLICT (user_id) DO UPDATE SET
     partner_type_one_liner = excluded.partner_type_one_liner,
     top_3_traits_you_value = excluded.top_3_traits_you_value,
     what_you_might_work_on = excluded.what_you_might_work_on,
     next_time_focus = excluded.next_time_focus,
     love_language_guess = excluded.love_language_guess,
     communication_fit = excluded.communication_fit,
     confidence_score = excluded.confidence_score,
     updated_at = excluded.updated_at`,
);

export const feedback = statement<Feedback>(
  'summaries_feedback',
  `SELECT field, value, verdict FROM summary_feedback WHERE user_id = $1 ORDER BY created_at DESC, field, label`,
);

export const deleteLatest = statement(
  'summaries_delete_latest',
  `DELETE FROM user_summary_latest WHERE user_id = $1`,
);

export const findUnmerged = statement<{ user_id: string }>(
  'summaries_find_unmerged',
  `SELECT user_id FROM summaries_to_merge WHERE since < now() - make_interval(secs => $1)
   GROUP BY user_id ORDER BY min(since) LIMIT 100`,
);

export const latest = statement<LatestRow & { updated_at: Date }>(
  'summaries_latest',
  `SELECT partner_type_one_liner, top_3_traits_you_value, what_you_might_work_on, next_time_focus,
     love_language_guess, communication_fit, confidence_score, updated_at
   FROM user_summary_latest WHERE user_id = $1`,
);

export const sessionsCounted = statement<{ sessions: number }>(
  'summaries_sessions_counted',
  `SELECT count(*)::int AS sessions FROM confidence_events WHERE user_id = $1`,
);

export const evidence = statement<{
  field: FindingField;
  value: string;
  session_id: string;
  message_ids: string[];
}>(
  'summaries_evidence',
  `SELECT e.field, e.value, e.session_id, e.message_ids
   FROM summary_evidence e JOIN sessions s ON s.id = e.session_id
   WHERE e.user_id = $1 ORDER BY s.ended_at DESC, s.id, e.field, e.ord LIMIT 500`,
);

export const history = statement<
  LatestRow & { session_id: string; ended_at: Date; ended_at_text: string; delta: string }
>(
  'summaries_history',
  `SELECT s.id AS session_id, s.ended_at, s.ended_at::text AS ended_at_text, s.partner_type_one_liner,
     s.top_3_traits_you_value, s.what_you_might_work_on, s.next_time_focus, s.love_language_guess,
     s.communication_fit, s.confidence_score, c.delta
   FROM confidence_events c JOIN sessions s ON s.id = c.session_id
   WHERE c.user_id = $1 AND ($2::timestamptz IS NULL OR (s.ended_at, s.id) < ($2, $3::uuid))
   ORDER BY s.ended_at DESC, s.id DESC LIMIT $4`,
);

/**
 * Ended sessions whose event never arrived, and those whose tries have come to nothing so far. They
 * are claimed for four minutes, so that replicas do not tell of them twice.
 */
export const findMissed = statement<{ session_id: string; user_id: string; tries: number }>(
  'summaries_find_missed',
  `WITH unseen AS (
     SELECT s.id FROM sessions s
     WHERE s.ended_at BETWEEN now() - interval '30 days' AND now() - make_interval(secs => $1)
       AND NOT EXISTS (SELECT FROM session_summaries ss WHERE ss.session_id = s.id)
     ORDER BY s.ended_at LIMIT 100
   ), opened AS (
     INSERT INTO session_summaries (session_id, user_id, status, next_try_at)
     SELECT id, user_id, 'pending', now() + interval '4 minutes' FROM sessions WHERE id IN (SELECT id FROM unseen)
     ON CONFLICT (session_id) DO NOTHING RETURNING session_id, user_id, tries
   ), due AS (
     SELECT session_id FROM session_summaries
     -- An answer that cannot be used costs two calls of the model each time; one that is away costs nothing.
     WHERE status IN ('pending', 'failed') AND next_try_at < now()
       AND tries < CASE status WHEN 'failed' THEN 25 ELSE 500 END
     ORDER BY next_try_at LIMIT 100 FOR UPDATE SKIP LOCKED
   ), again AS (
     UPDATE session_summaries SET next_try_at = now() + interval '4 minutes'
     WHERE session_id IN (SELECT session_id FROM due) RETURNING session_id, user_id, tries
   )
   SELECT * FROM opened UNION ALL SELECT * FROM again`,
);
