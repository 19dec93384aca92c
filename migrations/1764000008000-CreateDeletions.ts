import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes a deleted session or message leave the summary, whoever deletes it and whatever is lost. */
export class CreateDeletions1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In which of its messages the quote of a finding stands: it falls with the last of them.
      ALTER TABLE summary_evidence ADD COLUMN quoted_in UUID[];
      UPDATE summary_evidence SET quoted_in = message_ids;
      ALTER TABLE summary_evidence ALTER COLUMN quoted_in SET NOT NULL;

      -- Persons whose merged summary still holds something that is gone, and the session it was in. No
      -- foreign key to the session: it is what may be gone.
      CREATE TABLE summaries_to_merge (
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        session_id UUID NOT NULL,
        since TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT summaries_to_merge_pkey PRIMARY KEY (user_id, session_id)
      );
      CREATE INDEX summaries_to_merge_since_idx ON summaries_to_merge (since);

      -- Written with the deletion itself, so that no crash comes between. Nothing when the person goes too.
      CREATE FUNCTION note_deletion_to_merge() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO summaries_to_merge (user_id, session_id)
        SELECT id, OLD.session_id FROM users WHERE id = OLD.user_id
        ON CONFLICT (user_id, session_id) DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_summaries_note_deletion AFTER DELETE ON session_summaries
        FOR EACH ROW WHEN (OLD.status = 'ready') EXECUTE FUNCTION note_deletion_to_merge();

      CREATE FUNCTION note_message_to_merge() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO summaries_to_merge (user_id, session_id)
        SELECT u.id, OLD.session_id FROM users u
        WHERE u.id = OLD.user_id AND EXISTS (
          SELECT FROM summary_evidence WHERE session_id = OLD.session_id AND OLD.id = ANY(message_ids))
        ON CONFLICT (user_id, session_id) DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER messages_note_deletion AFTER DELETE ON messages
        FOR EACH ROW WHEN (OLD.role = 'user') EXECUTE FUNCTION note_message_to_merge();

      -- A deletion and a merge of the same person come one after the other. A lock needs the right to
      -- update, hence a function.
      CREATE FUNCTION lock_person(person UUID) RETURNS VOID LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM FROM users WHERE id = person FOR NO KEY UPDATE;
      END $$;
      REVOKE ALL ON FUNCTION lock_person(UUID) FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION lock_person(UUID);
      DROP TRIGGER messages_note_deletion ON messages;
      DROP FUNCTION note_message_to_merge();
      DROP TRIGGER session_summaries_note_deletion ON session_summaries;
      DROP FUNCTION note_deletion_to_merge();
      DROP TABLE summaries_to_merge;
      ALTER TABLE summary_evidence DROP COLUMN quoted_in;
    `);
  }
}
