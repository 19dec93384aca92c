import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reply under way is a row, so that it outlives the connection and the process that asked for it. */
export class CreateTurns1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE turns (
        reply_id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        user_message_id UUID NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
        state TEXT NOT NULL DEFAULT 'running'
          CHECK (state IN ('running', 'complete', 'partial', 'failed', 'cancelled')),
        lease_until TIMESTAMP WITH TIME ZONE NOT NULL,
        error_code TEXT,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        finished_at TIMESTAMP WITH TIME ZONE
      );
      CREATE UNIQUE INDEX turns_one_running ON turns (session_id) WHERE state = 'running';
      CREATE INDEX turns_user_message_id_idx ON turns (user_message_id);
      CREATE INDEX turns_user_id_idx ON turns (user_id);
      CREATE INDEX turns_lease_until_idx ON turns (lease_until) WHERE state = 'running';

      -- Which write a key stands for. Kept for a day.
      CREATE TABLE idempotency_keys (
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        operation TEXT NOT NULL,
        key TEXT NOT NULL,
        request_hash BYTEA NOT NULL,
        resource_id UUID NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, operation, key)
      );
      CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys, turns;');
  }
}
