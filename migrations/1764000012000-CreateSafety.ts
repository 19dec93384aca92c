import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is done when somebody is in danger is counted, never quoted. From that moment on nothing in the session is
 * metered; a message that was counted before the danger was seen is given back.
 */
export class CreateSafety1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE safety_events (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        -- The yearly count outlives the person.
        user_id UUID REFERENCES users(id) ON DELETE SET NULL,
        session_id UUID REFERENCES sessions(id) ON DELETE SET NULL,
        -- Whose words: the person's or the companion's.
        direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
        level TEXT NOT NULL CHECK (level IN ('ideation', 'intent', 'abuse', 'harmful_reply', 'leak')),
        source TEXT NOT NULL CHECK (source IN ('lexicon', 'moderation', 'classification', 'guard')),
        action TEXT NOT NULL CHECK (action IN ('helplines_shown', 'reply_replaced')),
        -- Seen after the message was counted.
        late BOOLEAN NOT NULL DEFAULT false,
        locale TEXT,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX safety_events_session_id_idx ON safety_events (session_id);
      CREATE INDEX safety_events_user_id_idx ON safety_events (user_id);
      CREATE INDEX safety_events_created_at_idx ON safety_events USING brin (created_at);

      CREATE TABLE disclosures (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('start', 'three_hours')),
        locale TEXT,
        shown_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX disclosures_session_id_shown_at_idx ON disclosures (session_id, shown_at);
      CREATE INDEX disclosures_user_id_idx ON disclosures (user_id);

      CREATE TABLE message_reports (
        id UUID PRIMARY KEY,
        message_id UUID NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        reason TEXT NOT NULL CHECK (reason IN ('harmful', 'sexual', 'untrue', 'manipulative', 'other')),
        note TEXT,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT message_reports_message_id_key UNIQUE (message_id)
      );
      CREATE INDEX message_reports_user_id_idx ON message_reports (user_id);

      CREATE FUNCTION is_in_crisis(session UUID) RETURNS BOOLEAN LANGUAGE sql STABLE
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM safety_events WHERE session_id = session AND level IN ('ideation', 'intent'))
      $$;
      REVOKE ALL ON FUNCTION is_in_crisis(UUID) FROM PUBLIC;

      CREATE OR REPLACE FUNCTION count_chat_message() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF (SELECT type FROM sessions WHERE id = NEW.session_id) = 'chat' AND NOT is_in_crisis(NEW.session_id) THEN
          INSERT INTO usage_stats (user_id, total_messages) VALUES (NEW.user_id, 1)
          ON CONFLICT (user_id) DO UPDATE
            SET total_messages = usage_stats.total_messages + 1, updated_at = clock_timestamp();
        END IF;
        RETURN NULL;
      END $$;

      CREATE FUNCTION give_message_back() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE usage_stats SET total_messages = greatest(0, total_messages - 1), updated_at = clock_timestamp()
        WHERE user_id = NEW.user_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER safety_events_give_message_back AFTER INSERT ON safety_events
        FOR EACH ROW WHEN (NEW.late) EXECUTE FUNCTION give_message_back();

      -- What a law asks for once a year: numbers alone.
      CREATE VIEW safety_by_year AS
        SELECT extract(year FROM created_at AT TIME ZONE 'Asia/Kolkata')::int AS year, direction, level, action, count(*) AS events
        FROM safety_events GROUP BY 1, 2, 3, 4;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW safety_by_year;
      DROP TRIGGER safety_events_give_message_back ON safety_events;
      DROP FUNCTION give_message_back();
      CREATE OR REPLACE FUNCTION count_chat_message() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF (SELECT type FROM sessions WHERE id = NEW.session_id) = 'chat' THEN
          INSERT INTO usage_stats (user_id, total_messages) VALUES (NEW.user_id, 1)
          ON CONFLICT (user_id) DO UPDATE
            SET total_messages = usage_stats.total_messages + 1, updated_at = clock_timestamp();
        END IF;
        RETURN NULL;
      END $$;
      DROP FUNCTION is_in_crisis(UUID);
      DROP TABLE message_reports, disclosures, safety_events;
    `);
  }
}
