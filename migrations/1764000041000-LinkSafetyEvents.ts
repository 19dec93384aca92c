import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which message told of danger, so that whoever comes back to it finds the help lines there again. */
export class LinkSafetyEvents1764000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE safety_events ADD COLUMN message_id UUID REFERENCES messages(id) ON DELETE SET NULL;
      CREATE INDEX safety_events_message_id_idx ON safety_events (message_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE safety_events DROP COLUMN message_id`);
  }
}
