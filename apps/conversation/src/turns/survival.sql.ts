import { statement } from '@saathi/entities';
import type { MessageRow } from '../messages/message-row.js';
import {
  CONTEXT_OF_TURN,
  STORE_REPLY,
  type KnownTurn,
  type ReplyContext,
  type StoredReply,
} from './turns.sql.js';

/** A turn that is still in the hands of the attempt that asked. */
export interface HeldTurn {
  readonly reply_id: string;
  /** Its session has ended meanwhile, so nothing more is to be said. */
  readonly session_ended: boolean;
}

/**
 * Renews the leases of turns and writes down what was said so far. What is not answered is in other hands.
 * $1 reply ids, $2 attempts, $3 texts or null where nothing is new, $4 lease in seconds
 */
export const save = statement<HeldTurn>(
  'turns_save',
  `UPDATE turns t SET lease_until = clock_timestamp() + make_interval(secs => $4),
     text_so_far = coalesce(held.text, t.text_so_far)
   FROM unnest($1::uuid[], $2::smallint[], $3::text[]) AS held(reply_id, attempt, text), sessions s
   WHERE t.reply_id = held.reply_id AND t.attempt = held.attempt AND t.state = 'running' AND s.id = t.session_id
   RETURNING t.reply_id, s.ended_at IS NOT NULL AS session_ended`,
);

/** Turns whose process said nothing for a while, those first that have waited longest. $1 seconds past the lease */
export const findAbandoned = statement<{ reply_id: string; user_id: string }>(
  'turns_find_abandoned',
  `SELECT reply_id, user_id FROM turns
   WHERE state = 'running' AND lease_until < clock_timestamp() - make_interval(secs => $1)
   ORDER BY lease_until LIMIT 50`,
);

/** A message as it stands in JSON. */
export interface MessageInJson extends Omit<MessageRow, 'created_at'> {
  readonly user_id: string;
  readonly created_at: string;
}

/** How a turn stands, for whoever wonders whether it is still in somebody's hands. */
export interface TurnStanding {
  readonly state: KnownTurn['state'];
  readonly attempt: number;
  readonly text_so_far: string;
  readonly abandoned: boolean;
  readonly said: MessageInJson;
  readonly reply: MessageInJson | null;
  readonly premium: boolean;
  readonly used: number;
}

export const findStanding = statement<TurnStanding>(
  'turns_find_standing',
  `SELECT t.state, t.attempt, t.text_so_far, t.lease_until < clock_timestamp() AS abandoned,
     to_jsonb(said) AS said, to_jsonb(reply) AS reply,
     EXISTS (
       SELECT FROM subscriptions
       WHERE user_id = $1 AND active AND start_date <= clock_timestamp() AND clock_timestamp() < end_date
     ) AS premium,
     coalesce((SELECT total_messages FROM usage_stats WHERE user_id = $1), 0) AS used
   FROM turns t JOIN messages said ON said.id = t.user_message_id LEFT JOIN messages reply ON reply.id = t.reply_id
   WHERE t.user_id = $1 AND t.reply_id = $2`,
);

/**
 * Takes an abandoned turn into one's own hands, if its session is still open.
 * $1 reply id, $2 attempt it was abandoned in, $3 lease in seconds
 */
export const takeOver = statement<ReplyContext>(
  'turns_take_over',
  `WITH turn AS (
     UPDATE turns t SET attempt = t.attempt + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
     FROM sessions s
     WHERE t.reply_id = $1 AND t.attempt = $2 AND t.state = 'running' AND t.lease_until < clock_timestamp()
       AND s.id = t.session_id AND s.ended_at IS NULL
     RETURNING t.session_id, t.user_id, t.user_message_id
   )
   ${CONTEXT_OF_TURN}`,
);

/**
 * Closes an abandoned turn with what was said in it.
 * $1 reply id, $2 attempt, $3 text
 */
export const closePartial = statement<StoredReply>(
  'turns_close_partial',
  `WITH turn AS (
     UPDATE turns SET state = 'partial', error_code = 'process_lost', text_so_far = '', finished_at = clock_timestamp()
     WHERE reply_id = $1 AND attempt = $2 AND state = 'running' AND lease_until < clock_timestamp()
     RETURNING session_id, user_id, user_message_id, replaces
   ), replaced AS (
     DELETE FROM messages WHERE id = (SELECT replaces FROM turn) AND role = 'ai'
   )
   ${STORE_REPLY}`,
);

/** Closes an abandoned turn of which nothing is left. $1 reply id, $2 attempt */
export const closeEmpty = statement(
  'turns_close_empty',
  `UPDATE turns SET state = 'failed', error_code = 'process_lost', finished_at = clock_timestamp()
   WHERE reply_id = $1 AND attempt = $2 AND state = 'running' AND lease_until < clock_timestamp()`,
);
