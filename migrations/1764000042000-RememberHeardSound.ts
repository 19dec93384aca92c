import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to which frame of the microphone a call is stored as text: a new owner hears what came after it. */
export class RememberHeardSound1764000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE call_leases ADD COLUMN heard_seq BIGINT NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE call_leases DROP COLUMN heard_seq`);
  }
}
