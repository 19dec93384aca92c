import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

/** A paid order of which money may have gone back. */
export interface PaidOrder {
  readonly cashfree_order_id: string;
  readonly paid_at: Date;
}

const sql = {
  // Each is given to one replica. What it does not get to is due again ten minutes later.
  due: statement<PaidOrder>(
    'refund_checks_due',
    `UPDATE billing_orders SET refunds_check_at = clock_timestamp() + interval '10 minutes'
     WHERE payment_id IN (
       SELECT payment_id FROM billing_orders WHERE refunds_check_at <= clock_timestamp()
       ORDER BY refunds_check_at LIMIT $1 FOR UPDATE SKIP LOCKED
     ) RETURNING cashfree_order_id, coalesce(granted_at, created_at) AS paid_at`,
  ),
  settle: statement(
    'refund_checks_settle',
    `UPDATE billing_orders SET refunds_check_at = $2 WHERE cashfree_order_id = $1`,
  ),
};

/** Which paid orders are to be asked about, and when. */
@Injectable()
export class RefundChecksRepository {
  constructor(private readonly database: Database) {}

  async takeDue(atMost: number): Promise<PaidOrder[]> {
    return this.database.rows(sql.due, [atMost]);
  }

  async settle(orderId: string, nextCheck: Date | null): Promise<void> {
    await this.database.rows(sql.settle, [orderId, nextCheck]);
  }
}
