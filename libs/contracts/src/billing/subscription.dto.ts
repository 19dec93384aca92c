import type { PlanType } from '../enums/plan-type.js';
import type { Amount, Instant } from '../fields.js';
import type { Page } from '../pagination.js';

/** A pass that was bought. */
export class SubscriptionView {
  id!: string;
  plan_type!: PlanType;
  amount!: Amount;
  currency!: 'INR';
  start_date!: Instant;
  /** The first instant at which it no longer counts. */
  end_date!: Instant;
  /** Bought, and neither revoked nor over. */
  active!: boolean;
}

export class SubscriptionPage implements Page<SubscriptionView> {
  items!: SubscriptionView[];
  next_cursor!: string | null;
}
