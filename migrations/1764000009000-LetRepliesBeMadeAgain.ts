import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reply that was stopped may be made again; the new one takes its place. */
export class LetRepliesBeMadeAgain1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE turns ADD COLUMN replaces UUID;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE turns DROP COLUMN replaces;');
  }
}
