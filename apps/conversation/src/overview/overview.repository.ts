import { Injectable } from '@nestjs/common';
import type { TalkOverview } from '@saathi/contracts';
import { Database, INDIAN_DAY_START, statement } from '@saathi/entities';

const count = statement<TalkOverview>(
  'overview_count',
  `WITH today AS (SELECT ${INDIAN_DAY_START} AS start)
   SELECT (SELECT count(*) FROM messages, today WHERE role = 'user' AND created_at >= today.start)::int AS messages_today,
     (SELECT count(*) FROM sessions, today WHERE started_at >= today.start)::int AS sessions_today,
     (SELECT coalesce(sum(duration_seconds), 0) FROM calls, today WHERE ended_at >= today.start)::int / 60 AS call_minutes_today,
     (SELECT CASE count(*) WHEN 0 THEN 0 ELSE sum(cost_paise) / 100 END
      FROM model_calls, today WHERE created_at >= today.start)::numeric(14, 2)::text AS model_cost_today`,
);

/** Numbers about all talks together. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  async count(): Promise<TalkOverview> {
    const counts = await this.database.row(count);
    if (counts === undefined) throw new Error('a query without FROM answered nothing');
    return counts;
  }
}
