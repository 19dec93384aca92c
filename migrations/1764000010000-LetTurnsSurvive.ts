import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reply under way outlives the process that makes it: what was said so far is written down every second, and
 * another process may go on in its place. Whoever holds an earlier attempt can change nothing any more.
 */
export class LetTurnsSurvive1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE turns
        ADD COLUMN attempt SMALLINT NOT NULL DEFAULT 1,
        ADD COLUMN text_so_far TEXT NOT NULL DEFAULT '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE turns DROP COLUMN attempt, DROP COLUMN text_so_far;');
  }
}
