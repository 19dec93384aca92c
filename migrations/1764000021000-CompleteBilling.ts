import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refunds, what is known of each try to pay, and reviews that can be settled. */
export class CompleteBilling1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Money on its way back: asked for by us, by somebody in the dashboard, or by Cashfree itself. A row that is
      -- REQUESTED has not reached Cashfree yet; the row is what is asked with, again and again, so it is asked once.
      CREATE TABLE refunds (
        refund_id TEXT PRIMARY KEY,
        cf_refund_id TEXT,
        cashfree_order_id TEXT NOT NULL,
        cf_payment_id TEXT,
        amount NUMERIC(10, 2) NOT NULL,
        currency CHAR(3) NOT NULL DEFAULT 'INR',
        status TEXT NOT NULL
          CHECK (status IN ('REQUESTED', 'PENDING', 'ONHOLD', 'FAILED', 'CANCELLED', 'SUCCESS')),
        type TEXT NOT NULL,
        reason TEXT,
        idempotency_key TEXT,
        tries SMALLINT NOT NULL DEFAULT 0,
        next_try_at TIMESTAMP WITH TIME ZONE,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT refunds_cf_refund_id_key UNIQUE (cf_refund_id),
        CONSTRAINT refunds_idempotency_key_key UNIQUE (cashfree_order_id, idempotency_key)
      );
      CREATE INDEX refunds_cf_payment_id_idx ON refunds (cf_payment_id);
      CREATE INDEX refunds_next_try_at_idx ON refunds (next_try_at) WHERE next_try_at IS NOT NULL;
      CREATE TRIGGER refunds_set_updated_at BEFORE UPDATE ON refunds
        FOR EACH ROW EXECUTE FUNCTION set_updated_at();

      ALTER TABLE payment_attempts
        ADD COLUMN message TEXT,
        ADD COLUMN payment_group TEXT,
        ADD COLUMN bank_reference TEXT,
        ADD COLUMN paid_at TIMESTAMP WITH TIME ZONE;

      ALTER TABLE billing_orders ADD COLUMN reviewed_at TIMESTAMP WITH TIME ZONE;
      CREATE INDEX billing_orders_review_idx ON billing_orders (created_at DESC, payment_id DESC)
        WHERE review_reason IS NOT NULL AND reviewed_at IS NULL;
      CREATE INDEX billing_orders_created_at_idx ON billing_orders (created_at DESC, payment_id DESC);

      CREATE INDEX payment_events_received_at_idx ON payment_events (received_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payment_events_received_at_idx, billing_orders_created_at_idx, billing_orders_review_idx;
      ALTER TABLE billing_orders DROP COLUMN reviewed_at;
      ALTER TABLE payment_attempts
        DROP COLUMN message, DROP COLUMN payment_group, DROP COLUMN bank_reference, DROP COLUMN paid_at;
      DROP TABLE refunds;
    `);
  }
}
