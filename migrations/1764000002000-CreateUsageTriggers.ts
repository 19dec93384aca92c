import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * usage_stats is written by these functions alone: they run with the owner's rights, so that no
 * application needs the right to change a counter.
 */
export class CreateUsageTriggers1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.updated_at := clock_timestamp();
        RETURN NEW;
      END $$;
      CREATE TRIGGER users_set_updated_at BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();
      CREATE TRIGGER sessions_set_updated_at BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION set_updated_at();
      CREATE TRIGGER payments_set_updated_at BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION set_updated_at();

      CREATE FUNCTION open_usage_stats() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO usage_stats (user_id) VALUES (NEW.id) ON CONFLICT (user_id) DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER users_open_usage_stats AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION open_usage_stats();

      -- What counts is what a person says in a chat. Calls are counted by their seconds, and an answer
      -- comes after the decision whether the message may be sent.
      CREATE FUNCTION count_chat_message() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF (SELECT type FROM sessions WHERE id = NEW.session_id) = 'chat' THEN
          INSERT INTO usage_stats (user_id, total_messages) VALUES (NEW.user_id, 1)
          ON CONFLICT (user_id) DO UPDATE
            SET total_messages = usage_stats.total_messages + 1, updated_at = clock_timestamp();
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER messages_count_chat_message AFTER INSERT ON messages
        FOR EACH ROW WHEN (NEW.role = 'user') EXECUTE FUNCTION count_chat_message();

      -- ended_at moves forward while a call lives, so that a crash leaves a row that is nearly right.
      -- Seconds are whole and rounded down: nobody is billed one they did not finish.
      CREATE FUNCTION derive_call_duration() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.ended_at < NEW.started_at THEN NEW.ended_at := NEW.started_at; END IF;
        IF TG_OP = 'UPDATE' AND NEW.ended_at < OLD.ended_at THEN NEW.ended_at := OLD.ended_at; END IF;
        NEW.duration_seconds := floor(extract(epoch FROM NEW.ended_at - NEW.started_at));
        RETURN NEW;
      END $$;
      CREATE TRIGGER calls_derive_duration BEFORE INSERT OR UPDATE OF started_at, ended_at, duration_seconds ON calls
        FOR EACH ROW EXECUTE FUNCTION derive_call_duration();

      CREATE FUNCTION count_call_seconds() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        added INTEGER := NEW.duration_seconds - CASE WHEN TG_OP = 'UPDATE' THEN coalesce(OLD.duration_seconds, 0) ELSE 0 END;
      BEGIN
        IF added > 0 THEN
          INSERT INTO usage_stats (user_id, total_call_seconds) VALUES (NEW.user_id, added)
          ON CONFLICT (user_id) DO UPDATE
            SET total_call_seconds = usage_stats.total_call_seconds + added, updated_at = clock_timestamp();
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER calls_count_seconds AFTER INSERT OR UPDATE OF started_at, ended_at, duration_seconds ON calls
        FOR EACH ROW EXECUTE FUNCTION count_call_seconds();

      -- The gate of the free allowance holds this row until its message is stored, so that two last
      -- free messages cannot both pass. A lock needs the right to update, hence a function.
      CREATE FUNCTION lock_usage_stats(person UUID) RETURNS usage_stats LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        usage usage_stats;
      BEGIN
        SELECT * INTO usage FROM usage_stats WHERE user_id = person FOR UPDATE;
        IF NOT FOUND AND EXISTS (SELECT FROM users WHERE id = person) THEN
          INSERT INTO usage_stats (user_id) VALUES (person) ON CONFLICT (user_id) DO NOTHING;
          SELECT * INTO usage FROM usage_stats WHERE user_id = person FOR UPDATE;
        END IF;
        RETURN usage;
      END $$;
      REVOKE ALL ON FUNCTION lock_usage_stats(UUID) FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION lock_usage_stats(UUID);
      DROP TRIGGER calls_count_seconds ON calls;
      DROP TRIGGER calls_derive_duration ON calls;
      DROP TRIGGER messages_count_chat_message ON messages;
      DROP TRIGGER users_open_usage_stats ON users;
      DROP TRIGGER payments_set_updated_at ON payments;
      DROP TRIGGER sessions_set_updated_at ON sessions;
      DROP TRIGGER users_set_updated_at ON users;
      DROP FUNCTION count_call_seconds();
      DROP FUNCTION derive_call_duration();
      DROP FUNCTION count_chat_message();
      DROP FUNCTION open_usage_stats();
      DROP FUNCTION set_updated_at();
    `);
  }
}
