/** A pass one can buy. */
export const PlanType = {
  Daily: 'daily',
  Weekly: 'weekly',
} as const;
export type PlanType = (typeof PlanType)[keyof typeof PlanType];
