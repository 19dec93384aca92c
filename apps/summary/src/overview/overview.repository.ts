import { Injectable } from '@nestjs/common';
import type { LearningOverview } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';

const count = statement<LearningOverview>(
  'overview_count',
  `SELECT count(*) FILTER (WHERE status = 'pending')::int AS summaries_pending,
     count(*) FILTER (WHERE status = 'failed')::int AS summaries_failed,
     (SELECT count(*) FROM dead_letters)::int AS dead_letters
   FROM session_summaries WHERE status IN ('pending', 'failed')`,
);

/** Numbers about all summaries together. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  async count(): Promise<LearningOverview> {
    const counts = await this.database.row(count);
    if (counts === undefined) throw new Error('a query without FROM answered nothing');
    return counts;
  }
}
