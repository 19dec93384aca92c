import { Injectable } from '@nestjs/common';
import type { EventDeadLetteredEvent } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';

const sql = {
  // Nothing is kept about a person who is gone; one who is just going waits for this.
  keep: statement(
    'dead_letters_keep',
    `INSERT INTO dead_letters (user_id, subject, consumer, payload, reason, deliveries, failed_at)
     SELECT id, $2, $3, $4, $5, $6, $7 FROM users WHERE id = $1 FOR KEY SHARE
     ON CONFLICT ON CONSTRAINT dead_letters_fact_key DO NOTHING`,
  ),
};

@Injectable()
export class DeadLettersRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a letter; told twice it is kept once. */
  async keep(letter: EventDeadLetteredEvent): Promise<void> {
    const { user_id, subject, consumer, payload, reason, deliveries, failed_at } = letter;
    await this.database.rows(sql.keep, [user_id, subject, consumer, payload, reason, deliveries, failed_at]);
  }
}
