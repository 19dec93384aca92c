import { IsIn, IsISO8601, IsUUID } from 'class-validator';
import { PlanType } from '../enums/plan-type.js';
import type { Instant } from '../fields.js';

export class SubscriptionActivatedEvent {
  @IsUUID('loose')
  user_id!: string;

  @IsUUID('loose')
  subscription_id!: string;

  @IsIn(Object.values(PlanType))
  plan_type!: PlanType;

  @IsISO8601()
  start_date!: Instant;

  @IsISO8601()
  end_date!: Instant;
}
