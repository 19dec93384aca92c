import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

/** A deletion that has been asked for. */
export interface PendingErasure {
  readonly receipt_id: string;
  readonly user_id: string;
}

export interface ErasureRow {
  readonly receipt_id: string;
  readonly requested_at: Date;
  readonly completed_at: Date | null;
}

/** Postgres ends one of two transactions that wait for each other. */
const DEADLOCK = '40P01';
const MAX_TRIES = 5;
const DELETION_LIMIT_MS = 600_000;

const sql = {
  // The same person gets the same receipt until the deletion is complete; then there is no such person.
  begin: statement<PendingErasure>(
    'erasure_begin',
    `INSERT INTO erasures (receipt_id, user_id) SELECT $2, id FROM users WHERE id = $1
     ON CONFLICT (user_id) DO UPDATE SET user_id = excluded.user_id RETURNING receipt_id, user_id`,
  ),
  // Somebody who talked for years has more rows than other statements ever touch.
  takeTime: statement(
    'erasure_take_time',
    `SELECT set_config('statement_timeout', '${String(DELETION_LIMIT_MS)}', true)`,
  ),
  // Whoever sends a message locks the usage row before the person's; in the same order nobody waits in a circle.
  lockUsage: statement('erasure_lock_usage', `SELECT lock_usage_stats($1)`),
  // Foreign keys and the trigger users_forget_person take everything else along.
  deletePerson: statement('erasure_delete_person', `DELETE FROM users WHERE id = $1`, {
    limitMs: DELETION_LIMIT_MS,
  }),
  complete: statement(
    'erasure_complete',
    `UPDATE erasures SET user_id = NULL, completed_at = clock_timestamp() WHERE receipt_id = $1 AND completed_at IS NULL`,
  ),
  find: statement<ErasureRow>(
    'erasure_find',
    `SELECT receipt_id, requested_at, completed_at FROM erasures WHERE receipt_id = $1`,
  ),
  findIncomplete: statement<PendingErasure>(
    'erasure_find_incomplete',
    `SELECT receipt_id, user_id FROM erasures
     WHERE completed_at IS NULL AND requested_at < now() - make_interval(secs => $1)
     ORDER BY requested_at LIMIT 20`,
  ),
};

@Injectable()
export class ErasureRepository {
  constructor(private readonly database: Database) {}

  /** Writes down that a person is to be deleted. @returns undefined when there is no such person */
  async begin(userId: string, receiptId: string): Promise<PendingErasure | undefined> {
    return this.database.row(sql.begin, [userId, receiptId]);
  }

  /** Deletes whatever belongs to a person, in one transaction. A person who is gone is no error. */
  async deletePerson(userId: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.database.transaction(async (transaction) => {
          await transaction.rows(sql.takeTime);
          await transaction.rows(sql.lockUsage, [userId]);
          await transaction.rows(sql.deletePerson, [userId]);
        });
        return;
      } catch (error) {
        if (tries === MAX_TRIES || !isDeadlock(error)) throw error;
      }
    }
  }

  /** Forgets whose receipt it is. */
  async complete(receiptId: string): Promise<void> {
    await this.database.rows(sql.complete, [receiptId]);
  }

  async find(receiptId: string): Promise<ErasureRow | undefined> {
    return this.database.row(sql.find, [receiptId]);
  }

  async findIncomplete(graceSeconds: number): Promise<PendingErasure[]> {
    return this.database.rows(sql.findIncomplete, [graceSeconds]);
  }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DEADLOCK;
