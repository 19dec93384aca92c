import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was granted is known when its payer is gone, and what banks said of a payer goes with them. */
export class ForgetPayers1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Told again after the account is gone, a payment that had its pass is not one to be paid back.
      ALTER TABLE billing_orders ADD COLUMN granted_at TIMESTAMP WITH TIME ZONE;
      UPDATE billing_orders o SET granted_at = p.updated_at
        FROM payments p WHERE p.id = o.payment_id AND p.status = 'success';

      -- Who asked before an order was there meant this one: the second of two clicks.
      ALTER TABLE billing_orders ADD COLUMN opened_at TIMESTAMP WITH TIME ZONE;

      -- A bank may name who paid, in its message or its reference.
      CREATE FUNCTION forget_payer() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE payment_attempts SET message = NULL, bank_reference = NULL
          WHERE cashfree_order_id IN (SELECT cashfree_order_id FROM payments WHERE user_id = OLD.id);
        RETURN OLD;
      END $$;
      CREATE TRIGGER users_forget_payer BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION forget_payer();

      CREATE INDEX payment_events_open_idx ON payment_events (status)
        WHERE status IN ('received', 'failed', 'quarantined');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payment_events_open_idx;
      DROP TRIGGER users_forget_payer ON users;
      DROP FUNCTION forget_payer();
      ALTER TABLE billing_orders DROP COLUMN opened_at, DROP COLUMN granted_at;
    `);
  }
}
