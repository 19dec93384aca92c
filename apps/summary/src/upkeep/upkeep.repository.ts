import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

/** What came of replaying dead letters. */
export interface Replayed {
  readonly letters: number;
  /** Sessions that are due again. */
  readonly sessions: number;
  /** Letters of other kinds, which stay as they are. */
  readonly left: number;
}

/** A letter that waits, without what anybody said. */
export interface DeadLetter {
  readonly id: string;
  readonly subject: string;
  readonly consumer: string;
  readonly session_id: string | null;
  readonly reason: string;
  readonly deliveries: number;
  readonly failed_at: Date;
}

const sql = {
  list: statement<DeadLetter>(
    'upkeep_list',
    `SELECT id, subject, consumer, payload->>'session_id' AS session_id, reason, deliveries, failed_at
     FROM dead_letters WHERE replayed_at IS NULL ORDER BY failed_at LIMIT 1000`,
  ),
  // Deletions need no more than their mark: what they are to take away stands in `summaries_to_merge`, where the
  // sweep finds it.
  replay: statement<Replayed>(
    'upkeep_replay',
    `WITH letters AS (
       UPDATE dead_letters SET replayed_at = clock_timestamp()
       WHERE replayed_at IS NULL
         AND subject IN ('event.session.ended', 'event.session.deleted', 'event.message.deleted')
       RETURNING user_id, payload->>'session_id' AS session_id
     ), due AS (
       UPDATE session_summaries SET status = 'pending', reason = NULL, tries = 0, next_try_at = clock_timestamp()
       WHERE status IN ('pending', 'failed')
         AND (user_id, session_id::text) IN (SELECT user_id, session_id FROM letters)
       RETURNING session_id
     )
     SELECT (SELECT count(*) FROM letters)::int AS letters, (SELECT count(*) FROM due)::int AS sessions,
       (SELECT count(*) FROM dead_letters WHERE replayed_at IS NULL AND subject NOT IN (
         'event.session.ended', 'event.session.deleted', 'event.message.deleted'))::int AS left`,
  ),
  persons: statement<{ user_id: string }>(
    'upkeep_persons',
    `SELECT DISTINCT user_id FROM (
       SELECT user_id FROM session_summaries UNION SELECT user_id FROM user_summary_latest
       UNION SELECT user_id FROM summary_feedback
     ) known WHERE $1::uuid IS NULL OR user_id > $1 ORDER BY user_id LIMIT 500`,
  ),
};

/** What an operator may ask of the rows of all persons. */
@Injectable()
export class UpkeepRepository {
  constructor(private readonly database: Database) {}

  /** Letters that were not replayed yet, oldest first. */
  async deadLetters(): Promise<DeadLetter[]> {
    return this.database.rows(sql.list);
  }

  /** Lets whatever was given up be tried again, by the sweep of the running service. */
  async replayDeadLetters(): Promise<Replayed> {
    return (await this.database.row(sql.replay)) ?? { letters: 0, sessions: 0, left: 0 };
  }

  /** Persons of whom something was learned, in the order of their ids. */
  async personsAfter(userId: string | undefined): Promise<string[]> {
    return (await this.database.rows(sql.persons, [userId ?? null])).map(({ user_id }) => user_id);
  }
}
