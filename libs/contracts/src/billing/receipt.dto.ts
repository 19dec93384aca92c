import type { PlanType } from '../enums/plan-type.js';
import type { Amount, Instant } from '../fields.js';

/** Money on its way back. */
export class RefundView {
  refund_id!: string;
  amount!: Amount;
  currency!: 'INR';
  /** `REQUESTED` until the provider has it; then `PENDING`, `ONHOLD`, `SUCCESS`, `FAILED` or `CANCELLED`. */
  status!: string;
  requested_at!: Instant;
  updated_at!: Instant;
}

/** The period that was paid for. */
export class ReceiptPeriod {
  start_date!: Instant;
  end_date!: Instant;
}

/** What a receipt or a tax invoice is made of. */
export class ReceiptView {
  payment_id!: string;
  cashfree_order_id!: string;
  /** The provider's id of the payment. */
  cashfree_payment_id!: string;
  /** How it was paid, such as `upi`; null where the provider did not say. */
  payment_group!: string | null;
  /** The bank's own reference. */
  bank_reference!: string | null;
  plan_type!: PlanType;
  /** The price of the pass, all taxes included. */
  amount!: Amount;
  currency!: 'INR';
  ordered_at!: Instant;
  paid_at!: Instant;
  /** null when it was paid back before it bought anything. */
  period!: ReceiptPeriod | null;
  refunds!: RefundView[];
  refunded_amount!: Amount;
}
