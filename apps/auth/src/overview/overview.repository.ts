import { Injectable } from '@nestjs/common';
import type { PeopleOverview } from '@saathi/contracts';
import { Database, INDIAN_DAY_START, statement } from '@saathi/entities';

const count = statement<PeopleOverview>(
  'overview_count',
  `WITH today AS (SELECT ${INDIAN_DAY_START} AS start)
   SELECT (SELECT count(*) FROM users)::int AS people,
     (SELECT count(*) FROM users, today WHERE registration_date >= today.start)::int AS new_today,
     (SELECT count(DISTINCT user_id) FROM logins, today WHERE last_seen_at >= today.start)::int AS active_today,
     (SELECT count(*) FROM erasures, today WHERE completed_at >= today.start)::int AS erased_today,
     (SELECT count(*) FROM erasures WHERE completed_at IS NULL)::int AS erasures_open`,
);

/** Numbers about all people together. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  async count(): Promise<PeopleOverview> {
    const counts = await this.database.row(count);
    if (counts === undefined) throw new Error('a query without FROM answered nothing');
    return counts;
  }
}
