import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';
import type { CheckedOrder } from './next-check.js';

/** An order that is to be asked about. */
export interface DueOrder extends CheckedOrder {
  readonly cashfree_order_id: string;
}

/** Counted as far as the column goes: it is for people to read, and must not stop a check. */
const ONE_MORE = 'least(checks + 1, 32767)';

const sql = {
  // Each is given to one replica. What it does not get to is due again a minute later.
  due: statement<DueOrder>(
    'reconciliation_due',
    `UPDATE billing_orders SET checks = ${ONE_MORE}, checked_at = clock_timestamp(),
       next_check_at = clock_timestamp() + interval '1 minute'
     WHERE payment_id IN (
       SELECT payment_id FROM billing_orders WHERE next_check_at <= clock_timestamp()
       ORDER BY next_check_at LIMIT $1 FOR UPDATE SKIP LOCKED
     ) RETURNING cashfree_order_id, created_at, expires_at`,
  ),
  // Of twenty who look at once, one asks.
  claim: statement<DueOrder>(
    'reconciliation_claim',
    `UPDATE billing_orders SET checks = ${ONE_MORE}, checked_at = clock_timestamp()
     WHERE cashfree_order_id = $1
       AND (checked_at IS NULL OR checked_at < clock_timestamp() - make_interval(secs => $2))
       AND ($3 OR provider_status IS NULL OR provider_status NOT IN ('EXPIRED', 'TERMINATED'))
     RETURNING cashfree_order_id, created_at, expires_at`,
  ),
  // Somebody may have asked for another check while this one was made.
  settle: statement(
    'reconciliation_settle',
    `UPDATE billing_orders SET provider_status = coalesce($2, provider_status), 
       next_check_at = CASE WHEN next_check_at <= clock_timestamp() THEN next_check_at ELSE $3 END
     WHERE cashfree_order_id = $1`,
  ),
  checkSoon: statement(
    'reconciliation_check_soon',
    `UPDATE billing_orders SET next_check_at = clock_timestamp() WHERE cashfree_order_id = $1 AND granted_at IS NULL`,
  ),
};

/** Which orders are to be asked about, and when. */
@Injectable()
export class ReconciliationRepository {
  constructor(private readonly database: Database) {}

  async takeDue(atMost: number): Promise<DueOrder[]> {
    return this.database.rows(sql.due, [atMost]);
  }

  /** @returns undefined when it was asked about a moment ago, or has ended unless that does not matter */
  async claim(orderId: string, freshSeconds: number, evenIfEnded: boolean): Promise<DueOrder | undefined> {
    return this.database.row(sql.claim, [orderId, freshSeconds, evenIfEnded]);
  }

  async settle(orderId: string, providerStatus: string | null, nextCheck: Date | null): Promise<void> {
    await this.database.rows(sql.settle, [orderId, providerStatus, nextCheck]);
  }

  /** Has the provider asked about an order in the next round, unless all is known of it. */
  async checkSoon(orderId: string): Promise<void> {
    await this.database.rows(sql.checkSoon, [orderId]);
  }
}
