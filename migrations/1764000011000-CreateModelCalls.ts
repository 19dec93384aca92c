import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each call of a model took and cost. No words; what a person used stays counted when they are gone. */
export class CreateModelCalls1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE model_calls (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id UUID REFERENCES users(id) ON DELETE SET NULL,
        purpose TEXT NOT NULL CHECK (purpose IN ('reply', 'moderation', 'classification', 'summary', 'transcription', 'speech')),
        model TEXT NOT NULL,
        tokens_in INTEGER NOT NULL,
        tokens_cached INTEGER NOT NULL,
        tokens_out INTEGER NOT NULL,
        -- Whether the tokens are a guess: the model did not say.
        estimated BOOLEAN NOT NULL,
        first_token_ms INTEGER,
        total_ms INTEGER NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('whole', 'stopped', 'failed')),
        -- null when the price of the model is not known.
        cost_paise NUMERIC(14, 4),
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX model_calls_created_at_idx ON model_calls USING brin (created_at);
      CREATE INDEX model_calls_user_id_idx ON model_calls (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE model_calls;');
  }
}
