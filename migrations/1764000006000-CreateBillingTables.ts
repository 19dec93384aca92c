import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What paying needs beside payments and subscriptions. */
export class CreateBillingTables1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The order as we opened it, which outlives the person: no foreign key on purpose.
      CREATE TABLE billing_orders (
        payment_id UUID PRIMARY KEY,
        user_id UUID NOT NULL,
        cashfree_order_id TEXT UNIQUE NOT NULL,
        cf_order_id TEXT,
        payment_session_id TEXT,
        plan_type plan_type_enum NOT NULL,
        amount NUMERIC(10, 2) NOT NULL,
        currency CHAR(3) NOT NULL DEFAULT 'INR',
        duration_seconds INTEGER NOT NULL,
        idempotency_key TEXT,
        request_hash BYTEA NOT NULL,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        provider_status TEXT,
        review_reason TEXT,
        next_check_at TIMESTAMP WITH TIME ZONE,
        checks SMALLINT NOT NULL DEFAULT 0,
        checked_at TIMESTAMP WITH TIME ZONE,
        user_deleted_at TIMESTAMP WITH TIME ZONE,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT billing_orders_idempotency_key_key UNIQUE (user_id, idempotency_key)
      );
      CREATE INDEX billing_orders_next_check_at_idx ON billing_orders (next_check_at) WHERE next_check_at IS NOT NULL;
      CREATE TRIGGER billing_orders_set_updated_at BEFORE UPDATE ON billing_orders
        FOR EACH ROW EXECUTE FUNCTION set_updated_at();

      -- Every webhook with a right signature, byte for byte, before it is answered.
      CREATE TABLE payment_events (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        body_sha256 BYTEA NOT NULL,
        event_type TEXT,
        cashfree_order_id TEXT,
        raw_body BYTEA NOT NULL,
        version TEXT,
        attempt INTEGER,
        sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
        receipts INTEGER NOT NULL DEFAULT 1,
        status TEXT NOT NULL DEFAULT 'received'
          CHECK (status IN ('received', 'processed', 'ignored', 'stale', 'quarantined', 'failed')),
        tries SMALLINT NOT NULL DEFAULT 0,
        next_try_at TIMESTAMP WITH TIME ZONE,
        reason TEXT,
        received_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        processed_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT payment_events_body_sha256_key UNIQUE (body_sha256)
      );
      CREATE INDEX payment_events_next_try_at_idx ON payment_events (next_try_at) WHERE next_try_at IS NOT NULL;

      -- Several tries to pay may stand behind one order.
      CREATE TABLE payment_attempts (
        cf_payment_id TEXT PRIMARY KEY,
        cashfree_order_id TEXT NOT NULL,
        status TEXT NOT NULL,
        amount NUMERIC(10, 2),
        currency CHAR(3),
        seen_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );
      CREATE INDEX payment_attempts_cashfree_order_id_idx ON payment_attempts (cashfree_order_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payment_attempts, payment_events, billing_orders;');
  }
}
