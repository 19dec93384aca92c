import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What guards signing in for longer than a challenge lives, and what a person's rights need. */
export class CreateRights1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Wrong codes for an address since somebody last signed in with it. Challenges are kept for a day;
      -- whoever guesses slowly is remembered here.
      CREATE TABLE otp_address_failures (
        email TEXT PRIMARY KEY,
        failures INTEGER NOT NULL,
        last_failed_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );
      CREATE INDEX otp_address_failures_last_failed_at_idx ON otp_address_failures (last_failed_at);

      -- Wrong codes from one client address within one hour of the clock.
      CREATE TABLE otp_client_tries (
        client_ip INET NOT NULL,
        hour TIMESTAMP WITH TIME ZONE NOT NULL,
        tries INTEGER NOT NULL,
        CONSTRAINT otp_client_tries_pkey PRIMARY KEY (client_ip, hour)
      );
      CREATE INDEX otp_client_tries_hour_idx ON otp_client_tries (hour);

      -- A mail that is still to be sent, and that nobody has tried to send for a while, lost its process.
      ALTER TABLE otp_deliveries ADD COLUMN tried_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp();
      CREATE INDEX otp_deliveries_queued_idx ON otp_deliveries (tried_at) WHERE status = 'queued';

      -- The end of a login is told to the gateways after its commit; a null finds the one that was not.
      ALTER TABLE logins ADD COLUMN end_told_at TIMESTAMP WITH TIME ZONE;
      CREATE INDEX logins_end_untold_idx ON logins (revoked_at) WHERE revoked_at IS NOT NULL AND end_told_at IS NULL;

      -- The language somebody asked for their code in is the one they go on in, unless they choose another.
      ALTER TABLE registrations ADD COLUMN locale TEXT;

      CREATE UNIQUE INDEX consents_in_force ON consents (user_id, purpose) WHERE withdrawn_at IS NULL;

      -- What happened to an account: kept for a year, shown to its owner, gone with it.
      CREATE TABLE security_events (
        id UUID PRIMARY KEY,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        login_id UUID,
        client_ip INET,
        user_agent TEXT,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX security_events_user_id_created_at_idx ON security_events (user_id, created_at DESC, id DESC);
      CREATE INDEX security_events_created_at_idx ON security_events (created_at);

      -- Receipts of deleted accounts. Whose it was is known only until the deletion is complete.
      CREATE TABLE erasures (
        receipt_id UUID PRIMARY KEY,
        user_id UUID,
        requested_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        completed_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT erasures_user_id_key UNIQUE (user_id)
      );

      -- What was paid is kept as the law wants it, without the person who paid.
      ALTER TABLE billing_orders ALTER COLUMN user_id DROP NOT NULL;

      -- Foreign keys take away most of what belongs to a person. This takes the rest: what is found by
      -- the address, and what outlives the account. Orders come first, so that a webhook that is being
      -- processed at this moment finds its order either whole or without a person.
      CREATE FUNCTION forget_person() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE billing_orders
          SET user_id = NULL, user_deleted_at = clock_timestamp(), idempotency_key = NULL,
            request_hash = '', payment_session_id = NULL
          WHERE user_id = OLD.id;
        UPDATE payment_events SET raw_body = ''
          WHERE cashfree_order_id IN (SELECT cashfree_order_id FROM payments WHERE user_id = OLD.id);
        DELETE FROM dead_letters WHERE user_id = OLD.id;
        DELETE FROM otp_logins WHERE email = OLD.email;
        DELETE FROM otp_challenges WHERE email = OLD.email;
        DELETE FROM registrations WHERE email = OLD.email;
        DELETE FROM otp_address_failures WHERE email = OLD.email;
        RETURN OLD;
      END $$;
      CREATE TRIGGER users_forget_person BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION forget_person();
      -- A cascade looks for rows by the whole column; an index on a part of the rows does not help it.
      CREATE INDEX turns_session_id_idx ON turns (session_id);
      CREATE INDEX persona_versions_session_id_idx ON persona_versions (session_id);
      CREATE INDEX registrations_email_idx ON registrations (email);
      CREATE INDEX billing_orders_user_id_idx ON billing_orders (user_id);
      CREATE INDEX payment_events_cashfree_order_id_idx ON payment_events (cashfree_order_id);
      CREATE INDEX dead_letters_user_id_idx ON dead_letters (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX persona_versions_session_id_idx, turns_session_id_idx, dead_letters_user_id_idx, payment_events_cashfree_order_id_idx, billing_orders_user_id_idx,
        registrations_email_idx;
      DROP TRIGGER users_forget_person ON users;
      DROP FUNCTION forget_person();
      -- The earlier schema cannot say that a payment has no payer.
      DELETE FROM billing_orders WHERE user_id IS NULL;
      ALTER TABLE billing_orders ALTER COLUMN user_id SET NOT NULL;
      DROP TABLE erasures, security_events;
      DROP INDEX consents_in_force, logins_end_untold_idx, otp_deliveries_queued_idx;
      ALTER TABLE otp_deliveries DROP COLUMN tried_at;
      ALTER TABLE registrations DROP COLUMN locale;
      ALTER TABLE logins DROP COLUMN end_told_at;
      DROP TABLE otp_client_tries, otp_address_failures;
    `);
  }
}
