import { Injectable } from '@nestjs/common';
import type { MoneyOverview } from '@saathi/contracts';
import { Database, INDIAN_DAY_START, statement } from '@saathi/entities';

const count = statement<MoneyOverview>(
  'overview_count',
  `WITH today AS (SELECT ${INDIAN_DAY_START} AS start)
   SELECT (SELECT count(*) FROM subscriptions WHERE active AND start_date <= clock_timestamp() AND clock_timestamp() < end_date)::int AS passes_running,
     (SELECT count(*) FROM subscriptions, today WHERE created_at >= today.start)::int AS passes_today,
     (SELECT coalesce(sum(amount), 0) FROM subscriptions, today WHERE created_at >= today.start)::numeric(12, 2)::text AS amount_today,
     (SELECT count(*) FROM payments, today WHERE status = 'failed' AND updated_at >= today.start)::int AS failed_payments_today,
     (SELECT count(*) FROM billing_orders WHERE review_reason IS NOT NULL AND reviewed_at IS NULL)::int AS reviews,
     (SELECT count(*) FROM payment_events WHERE status IN ('received', 'failed', 'quarantined'))::int AS webhooks_open`,
);

/** Numbers about all payments together. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  async count(): Promise<MoneyOverview> {
    const counts = await this.database.row(count);
    if (counts === undefined) throw new Error('a query without FROM answered nothing');
    return counts;
  }
}
