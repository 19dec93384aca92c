import { Injectable } from '@nestjs/common';
import { plansAt, type PlanType, type PlanView } from '@saathi/contracts';
import { BillingConfig } from '../billing.config.js';

/** The passes on sale, at today's prices. */
@Injectable()
export class Plans {
  readonly all: readonly PlanView[];

  constructor({ PLAN_DAILY_AMOUNT, PLAN_WEEKLY_AMOUNT }: BillingConfig) {
    this.all = plansAt({ daily: PLAN_DAILY_AMOUNT, weekly: PLAN_WEEKLY_AMOUNT });
  }

  of(planType: PlanType): PlanView {
    const plan = this.all.find(({ plan_type }) => plan_type === planType);
    if (plan === undefined) throw new Error(`no plan ${planType}`);
    return plan;
  }
}
