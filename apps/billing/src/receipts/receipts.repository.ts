import { Injectable } from '@nestjs/common';
import type { PlanType } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';

/** What a receipt is made of. */
export interface ReceiptRow {
  readonly payment_id: string;
  readonly cashfree_order_id: string;
  readonly cashfree_payment_id: string;
  readonly payment_group: string | null;
  readonly bank_reference: string | null;
  readonly plan_type: PlanType;
  readonly amount: string;
  readonly ordered_at: Date;
  readonly paid_at: Date;
  readonly start_date: Date | null;
  readonly end_date: Date | null;
}

const find = statement<ReceiptRow>(
  'receipts_find',
  `SELECT p.id AS payment_id, p.cashfree_order_id, p.cashfree_payment_id, a.payment_group, a.bank_reference, p.plan_type,
     o.amount, o.created_at AS ordered_at, coalesce(a.paid_at, p.updated_at) AS paid_at, s.start_date, s.end_date
   FROM payments p JOIN billing_orders o ON o.payment_id = p.id
     LEFT JOIN payment_attempts a ON a.cf_payment_id = p.cashfree_payment_id
     LEFT JOIN subscriptions s ON s.id = p.subscription_id
   WHERE p.user_id = $1 AND p.id = $2 AND p.status = 'success' AND p.cashfree_payment_id IS NOT NULL`,
);

@Injectable()
export class ReceiptsRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined for a payment that was not made */
  async find(userId: string, paymentId: string): Promise<ReceiptRow | undefined> {
    return this.database.row(find, [userId, paymentId]);
  }
}
