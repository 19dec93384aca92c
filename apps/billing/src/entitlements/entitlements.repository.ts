import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';
import type { PassPeriod, UsageTotals } from './allowance.js';

const sql = {
  totals: statement<UsageTotals & { now: Date }>(
    'entitlements_totals',
    `SELECT coalesce(u.total_messages, 0) AS total_messages, coalesce(u.total_call_seconds, 0) AS total_call_seconds,
       clock_timestamp() AS now
     FROM (SELECT 1) one LEFT JOIN usage_stats u ON u.user_id = $1`,
  ),
  passes: statement<PassPeriod>(
    'entitlements_passes',
    `SELECT start_date, end_date FROM subscriptions WHERE user_id = $1 AND active AND end_date > clock_timestamp()`,
  ),
};

@Injectable()
export class EntitlementsRepository {
  constructor(private readonly database: Database) {}

  /** What was used so far, by the database's clock. */
  async findTotals(userId: string): Promise<UsageTotals & { now: Date }> {
    const totals = await this.database.row(sql.totals, [userId]);
    if (totals === undefined) throw new Error('a query without FROM rows answered nothing');
    return totals;
  }

  /** The passes that run or will run. */
  async findPasses(userId: string): Promise<PassPeriod[]> {
    return this.database.rows(sql.passes, [userId]);
  }
}
