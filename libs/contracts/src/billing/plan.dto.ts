import type { PlanType } from '../enums/plan-type.js';
import type { Amount } from '../fields.js';

/** A pass one can buy. It does not renew itself. */
export class PlanView {
  plan_type!: PlanType;
  amount!: Amount;
  currency!: 'INR';
  duration_seconds!: number;
}

export class PlanListView {
  items!: PlanView[];
}
