import type { Stack } from './stack.js';

/** What is stored of a session, in order. */
export const messagesOf = (
  { database }: Stack,
  sessionId: string,
): Promise<{ id: string; role: string; text: string }[]> =>
  database.rows('SELECT id, role, text FROM messages WHERE session_id = $1 ORDER BY created_at, id', [
    sessionId,
  ]);

/** What somebody's calls are counted as, and how long they were. */
export const secondsOf = (
  { database }: Stack,
  userId: string,
): Promise<{ total: number; sum: number; calls: number }> =>
  database.row(
    `SELECT total_call_seconds AS total, (SELECT coalesce(sum(duration_seconds), 0)::int FROM calls WHERE user_id = $1) AS sum,
       (SELECT count(*)::int FROM calls WHERE user_id = $1) AS calls FROM usage_stats WHERE user_id = $1`,
    [userId],
  );

/** What is learned from takes half a minute at least. */
export const AGE_SECONDS = 40;

/** Makes a call older by as much. */
export const letPass = ({ database }: Stack, callId: string): Promise<unknown> =>
  database.rows(
    `UPDATE calls SET started_at = started_at - make_interval(secs => $2) WHERE id = $1 RETURNING id`,
    [callId, AGE_SECONDS],
  );
