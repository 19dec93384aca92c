import { PlanType } from '../enums/plan-type.js';
import type { Amount } from '../fields.js';
import type { PlanView } from './plan.dto.js';

const HOUR_SECONDS = 3600;

/** The passes on sale, cheapest first. */
export const plansAt = (prices: Readonly<Record<PlanType, Amount>>): PlanView[] => [
  { plan_type: PlanType.Daily, amount: prices.daily, currency: 'INR', duration_seconds: 24 * HOUR_SECONDS },
  {
    plan_type: PlanType.Weekly,
    amount: prices.weekly,
    currency: 'INR',
    duration_seconds: 168 * HOUR_SECONDS,
  },
];
