import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A live call is in the hands of one process at a time. Whoever takes it over raises the epoch, and the one before
 * can change nothing any more. The row of the call itself is in `calls`, under the same id.
 */
export class CreateCallLeases1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call_leases (
        id UUID PRIMARY KEY,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        login_id UUID NOT NULL,
        epoch INTEGER NOT NULL DEFAULT 0,
        -- Good once, for half a minute.
        ticket_sha256 BYTEA,
        -- Good until the call ends.
        resume_sha256 BYTEA,
        started_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        deadline_at TIMESTAMP WITH TIME ZONE NOT NULL,
        heartbeat_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        ended_at TIMESTAMP WITH TIME ZONE,
        end_reason TEXT
      );
      CREATE UNIQUE INDEX call_leases_one_live ON call_leases (user_id) WHERE ended_at IS NULL;
      CREATE INDEX call_leases_user_id_idx ON call_leases (user_id);
      CREATE INDEX call_leases_session_id_idx ON call_leases (session_id);
      CREATE INDEX call_leases_heartbeat_at_idx ON call_leases (heartbeat_at) WHERE ended_at IS NULL;
      CREATE UNIQUE INDEX call_leases_ticket_sha256_key ON call_leases (ticket_sha256);
      CREATE UNIQUE INDEX call_leases_resume_sha256_key ON call_leases (resume_sha256);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_leases;');
  }
}
