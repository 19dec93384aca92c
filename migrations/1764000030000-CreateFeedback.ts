import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the person says of their own summary, and every state it had. */
export class CreateFeedback1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A value that the person holds on to, or does not recognise themselves in, until they release it.
      CREATE TABLE summary_feedback (
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        -- The value without case, marks and spacing: two spellings of it are one.
        label TEXT NOT NULL,
        value TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('not_me', 'pin')),
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT summary_feedback_pkey PRIMARY KEY (user_id, field, label)
      );

      -- The merged summary after each change. No foreign key to the session: with a deletion, what was
      -- built on it goes, which is found by its id.
      CREATE TABLE user_summary_versions (
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        doc JSONB NOT NULL,
        diff JSONB NOT NULL,
        cause TEXT NOT NULL CHECK (cause IN ('session', 'deletion', 'feedback', 'rebuild')),
        cause_session_id UUID,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT user_summary_versions_pkey PRIMARY KEY (user_id, version)
      );

      -- Of a revision that takes another back: whose document it holds.
      ALTER TABLE persona_versions ADD COLUMN restores INTEGER;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE persona_versions DROP COLUMN restores;
      DROP TABLE user_summary_versions, summary_feedback;
    `);
  }
}
