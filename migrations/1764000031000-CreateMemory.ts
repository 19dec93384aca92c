import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is remembered: what was said as it can be found again, facts the person sees, and what is off the record. */
export class CreateMemory1764000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How a message was read: its words in one script. Made from the message, and made again whenever it is missing.
      CREATE TABLE message_search (
        message_id UUID PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        -- Of the reading: another way of reading makes the old rows worthless.
        version SMALLINT NOT NULL,
        norm TEXT NOT NULL
      );
      CREATE INDEX message_search_user_id_idx ON message_search (user_id);

      -- Sessions of which nothing is remembered or learned.
      CREATE TABLE off_record_sessions (
        session_id UUID PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE
      );
      CREATE INDEX off_record_sessions_user_id_idx ON off_record_sessions (user_id);

      -- Facts about a person that they see. A corrected one is kept with its end, behind the one that holds.
      CREATE TABLE memories (
        id UUID PRIMARY KEY,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('fact', 'preference', 'person', 'event')),
        text TEXT NOT NULL,
        -- The text without case, marks and spacing: two spellings of it are one.
        label TEXT NOT NULL,
        pinned BOOLEAN NOT NULL DEFAULT false,
        source_message_ids UUID[] NOT NULL DEFAULT '{}',
        created_by TEXT NOT NULL CHECK (created_by IN ('session', 'user')),
        valid_to TIMESTAMP WITH TIME ZONE,
        superseded_by UUID REFERENCES memories(id) ON DELETE CASCADE,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX memories_user_id_created_at_idx ON memories (user_id, created_at DESC, id DESC);
      CREATE INDEX memories_label_idx ON memories (user_id, label) WHERE valid_to IS NULL;
      CREATE INDEX memories_superseded_by_idx ON memories (superseded_by);

      -- Messages whose memory was forgotten: nothing is learned from them again, and they are not recalled.
      CREATE TABLE forgotten_messages (
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        message_id UUID NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
        CONSTRAINT forgotten_messages_pkey PRIMARY KEY (user_id, message_id)
      );
      CREATE INDEX forgotten_messages_message_id_idx ON forgotten_messages (message_id);

      CREATE OR REPLACE FUNCTION note_message_to_merge() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO summaries_to_merge (user_id, session_id)
        SELECT u.id, OLD.session_id FROM users u
        WHERE u.id = OLD.user_id AND (EXISTS (
          SELECT FROM summary_evidence WHERE session_id = OLD.session_id AND OLD.id = ANY(message_ids)
        ) OR EXISTS (
          SELECT FROM memories WHERE user_id = OLD.user_id AND OLD.id = ANY(source_message_ids)
        ))
        ON CONFLICT (user_id, session_id) DO NOTHING;
        RETURN NULL;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION note_message_to_merge() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO summaries_to_merge (user_id, session_id)
        SELECT u.id, OLD.session_id FROM users u
        WHERE u.id = OLD.user_id AND EXISTS (
          SELECT FROM summary_evidence WHERE session_id = OLD.session_id AND OLD.id = ANY(message_ids))
        ON CONFLICT (user_id, session_id) DO NOTHING;
        RETURN NULL;
      END $$;
      DROP TABLE forgotten_messages, memories, off_record_sessions, message_search;
    `);
  }
}
