import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refunds that others made are asked for, in case their webhook was lost. */
export class FindRefunds1764000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing_orders ADD COLUMN refunds_check_at TIMESTAMP WITH TIME ZONE;
      UPDATE billing_orders SET refunds_check_at = now()
        WHERE granted_at > now() - interval '30 days' OR (review_reason IS NOT NULL AND reviewed_at IS NULL);
      CREATE INDEX billing_orders_refunds_check_at_idx ON billing_orders (refunds_check_at)
        WHERE refunds_check_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX billing_orders_refunds_check_at_idx;
      ALTER TABLE billing_orders DROP COLUMN refunds_check_at;
    `);
  }
}
