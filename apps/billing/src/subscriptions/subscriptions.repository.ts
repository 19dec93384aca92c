import { Injectable } from '@nestjs/common';
import { decodeCursor, type ActorPageRequest, type PlanType } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';

/** A pass as the repository reads it. */
export interface SubscriptionRow {
  readonly id: string;
  readonly plan_type: PlanType;
  readonly amount: string;
  readonly start_date: Date;
  readonly end_date: Date;
  readonly active: boolean;
  readonly created_at_text: string;
}

const COLUMNS = `id, plan_type, amount, start_date, end_date, active, created_at::text AS created_at_text`;

const sql = {
  current: statement<SubscriptionRow>(
    'subscriptions_current',
    `SELECT ${COLUMNS} FROM subscriptions
     WHERE user_id = $1 AND active AND start_date <= clock_timestamp() AND clock_timestamp() < end_date
     ORDER BY end_date LIMIT 1`,
  ),
  list: statement<SubscriptionRow>(
    'subscriptions_list',
    `SELECT ${COLUMNS} FROM subscriptions
     WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
     ORDER BY created_at DESC, id DESC LIMIT $4`,
  ),
  // The flags are caches: what may be used is always read from the dates.
  expire: statement<{ id: string }>(
    'subscriptions_expire',
    `UPDATE subscriptions SET active = false WHERE active AND end_date <= clock_timestamp() RETURNING id`,
  ),
  correctCache: statement(
    'subscriptions_correct_cache',
    `UPDATE users u SET premium_user = wanted.premium
     FROM (
       SELECT id, false AS premium FROM users known
       WHERE premium_user AND NOT EXISTS (
         SELECT FROM subscriptions s WHERE s.user_id = known.id AND s.active AND s.end_date > clock_timestamp())
       UNION
       SELECT s.user_id, true FROM subscriptions s JOIN users payer ON payer.id = s.user_id AND NOT payer.premium_user
       WHERE s.active AND s.end_date > clock_timestamp()
     ) wanted
     WHERE u.id = wanted.id`,
  ),
};

@Injectable()
export class SubscriptionsRepository {
  constructor(private readonly database: Database) {}

  /** The pass that runs now. */
  async findCurrent(userId: string): Promise<SubscriptionRow | undefined> {
    return this.database.row(sql.current, [userId]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, limit, cursor }: ActorPageRequest): Promise<SubscriptionRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [user_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  /** Marks the passes that are over, and corrects what is shown of people. @returns how many passes there were */
  async expire(): Promise<number> {
    const expired = await this.database.rows(sql.expire);
    await this.database.rows(sql.correctCache);
    return expired.length;
  }
}
