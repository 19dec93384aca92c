import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those who look after the service: apart from its people, with logins and a record of their own. */
export class CreateOperators1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operators (
        id UUID PRIMARY KEY,
        email TEXT NOT NULL,
        added_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        removed_at TIMESTAMP WITH TIME ZONE
      );
      -- Whoever was removed may be added again, as somebody new.
      CREATE UNIQUE INDEX operators_email_key ON operators (email) WHERE removed_at IS NULL;

      CREATE TABLE operator_logins (
        id UUID PRIMARY KEY,
        operator_id UUID NOT NULL REFERENCES operators(id),
        client_ip INET NOT NULL,
        user_agent TEXT,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        ended_at TIMESTAMP WITH TIME ZONE
      );
      CREATE INDEX operator_logins_operator_id_idx ON operator_logins (operator_id);

      -- Who did what to what, when and why. Written in the transaction of the deed itself.
      CREATE TABLE operator_actions (
        id UUID PRIMARY KEY,
        operator_id UUID NOT NULL REFERENCES operators(id),
        kind TEXT NOT NULL,
        subject_id UUID,
        reason TEXT,
        details JSONB NOT NULL DEFAULT '{}',
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX operator_actions_created_at_idx ON operator_actions (created_at DESC, id DESC);
      CREATE INDEX operator_actions_operator_id_idx ON operator_actions (operator_id);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER operator_actions_append_only BEFORE UPDATE OR DELETE ON operator_actions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A code opens the door it was asked for at, and no other.
      ALTER TABLE otp_challenges ADD COLUMN door TEXT NOT NULL DEFAULT 'people'
        CHECK (door IN ('people', 'operators'));
      -- The mail to an address that is no operator's is never sent, though everything else is as if.
      ALTER TABLE otp_deliveries DROP CONSTRAINT otp_deliveries_status_check;
      ALTER TABLE otp_deliveries ADD CONSTRAINT otp_deliveries_status_check
        CHECK (status IN ('queued', 'sent', 'failed', 'withheld'));

      -- What happened today is counted without reading what happened before.
      CREATE INDEX messages_created_at_idx ON messages USING brin (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX messages_created_at_idx;
      DELETE FROM otp_challenges WHERE door = 'operators';
      ALTER TABLE otp_deliveries DROP CONSTRAINT otp_deliveries_status_check;
      ALTER TABLE otp_deliveries ADD CONSTRAINT otp_deliveries_status_check
        CHECK (status IN ('queued', 'sent', 'failed'));
      ALTER TABLE otp_challenges DROP COLUMN door;
      DROP TABLE operator_actions;
      DROP FUNCTION refuse_change();
      DROP TABLE operator_logins, operators;
    `);
  }
}
