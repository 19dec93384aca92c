import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

const sql = {
  // A message is let in under this lock, and an account deleted.
  lockUsage: statement('deletions_lock_usage', `SELECT lock_usage_stats($1)`),
  // A reply that is stored at this moment locks its turn and then looks for its session.
  lockRunningTurn: statement(
    'deletions_lock_running_turn',
    `SELECT FROM turns WHERE user_id = $1 AND session_id = $2 AND state = 'running' FOR UPDATE`,
  ),
  // A summary is merged under this lock.
  lockPerson: statement('deletions_lock_person', `SELECT lock_person($1)`),
  deleteSession: statement<{ id: string }>(
    'deletions_delete_session',
    `DELETE FROM sessions WHERE user_id = $1 AND id = $2 RETURNING id`,
  ),
  deleteMessage: statement<{ session_id: string }>(
    'deletions_delete_message',
    `DELETE FROM messages WHERE user_id = $1 AND id = $2 RETURNING session_id`,
  ),
};

/**
 * Deletes what was said; foreign keys take along what hangs on it. Whatever else writes about a person takes
 * the same locks in the same order, so that nobody waits in a circle.
 */
@Injectable()
export class DeletionsRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether the person had such a session */
  async deleteSession(userId: string, id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      await transaction.rows(sql.lockUsage, [userId]);
      await transaction.rows(sql.lockRunningTurn, [userId, id]);
      await transaction.rows(sql.lockPerson, [userId]);
      return (await transaction.row(sql.deleteSession, [userId, id])) !== undefined;
    });
  }

  /** @returns the session it was said in; undefined when the person has no such message */
  async deleteMessage(userId: string, id: string): Promise<string | undefined> {
    return this.database.transaction(async (transaction) => {
      await transaction.rows(sql.lockUsage, [userId]);
      await transaction.rows(sql.lockPerson, [userId]);
      return (await transaction.row(sql.deleteMessage, [userId, id]))?.session_id;
    });
  }
}
