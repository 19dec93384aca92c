import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each session's summary is, what it rests on, what it added, and how the persona grew. */
export class CreateLearning1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_summaries (
        session_id UUID PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        status TEXT NOT NULL CHECK (status IN ('pending', 'ready', 'skipped', 'failed')),
        -- Messages of the person, counted when it was read: the fold needs them again and again.
        user_turns INTEGER NOT NULL DEFAULT 0,
        tries SMALLINT NOT NULL DEFAULT 0,
        next_try_at TIMESTAMP WITH TIME ZONE,
        reason TEXT,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );
      CREATE INDEX session_summaries_user_id_idx ON session_summaries (user_id);
      CREATE INDEX session_summaries_next_try_at_idx ON session_summaries (next_try_at)
        WHERE status IN ('pending', 'failed');

      -- The person's own words that a value of a session's summary rests on. The quote itself stays in
      -- its message; here is only enough to see whether it still stands there.
      CREATE TABLE summary_evidence (
        session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        ord SMALLINT NOT NULL,
        value TEXT NOT NULL,
        message_ids UUID[] NOT NULL,
        quote_sha256 BYTEA NOT NULL,
        CONSTRAINT summary_evidence_pkey PRIMARY KEY (session_id, field, ord)
      );
      CREATE INDEX summary_evidence_user_id_idx ON summary_evidence (user_id);

      -- The confidence is the fold of this ledger: at most one entry a session.
      CREATE TABLE confidence_events (
        session_id UUID PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        delta NUMERIC(4, 2) NOT NULL CHECK (delta BETWEEN 0 AND 10),
        q NUMERIC(3, 2) NOT NULL CHECK (q BETWEEN 0 AND 1),
        before NUMERIC(4, 2) NOT NULL,
        after NUMERIC(4, 2) NOT NULL CHECK (after <= 95),
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX confidence_events_user_id_idx ON confidence_events (user_id, created_at);

      -- Every persona prompt there ever was; nothing here is changed, an undo is one more revision.
      CREATE TABLE persona_versions (
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        persona persona_enum NOT NULL,
        revision INTEGER NOT NULL,
        doc JSONB NOT NULL,
        ops JSONB NOT NULL,
        actor TEXT NOT NULL CHECK (actor IN ('session', 'user')),
        session_id UUID REFERENCES sessions(id) ON DELETE SET NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT persona_versions_pkey PRIMARY KEY (user_id, persona, revision)
      );
      CREATE UNIQUE INDEX persona_versions_session_id_key ON persona_versions (session_id) WHERE actor = 'session';

      -- Choosing another companion brings back what that one had become for this person.
      CREATE FUNCTION restore_persona_prompt() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.persona_prompt := (
          SELECT doc FROM persona_versions
          WHERE user_id = NEW.id AND persona = NEW.persona
          ORDER BY revision DESC LIMIT 1
        );
        RETURN NEW;
      END $$;
      CREATE TRIGGER users_restore_persona_prompt BEFORE UPDATE OF persona ON users
        FOR EACH ROW WHEN (OLD.persona IS DISTINCT FROM NEW.persona) EXECUTE FUNCTION restore_persona_prompt();

      -- Events that a listener gave up on. No foreign key: the letter may outlive what it was about.
      CREATE TABLE dead_letters (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id UUID NOT NULL,
        subject TEXT NOT NULL,
        consumer TEXT NOT NULL,
        payload JSONB NOT NULL,
        reason TEXT NOT NULL,
        deliveries INTEGER NOT NULL,
        failed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        replayed_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT dead_letters_fact_key UNIQUE (subject, consumer, user_id, failed_at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dead_letters;
      DROP TRIGGER users_restore_persona_prompt ON users;
      DROP FUNCTION restore_persona_prompt();
      DROP TABLE persona_versions, confidence_events, summary_evidence, session_summaries;
    `);
  }
}
