import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { ServiceConfig } from './platform.config.js';

const AMOUNT = /^\d{1,6}\.\d{2}$/;

/** What is free and what a pass costs: read by the gate that refuses and by the till that sells. */
export class AllowanceConfig extends ServiceConfig {
  /** Messages every account may send without a pass, once. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  FREE_MESSAGES: number = 20;

  /** Seconds every account may talk without a pass, once. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  FREE_CALL_SECONDS: number = 180;

  /** Price of 24 hours, in rupees. */
  @Matches(AMOUNT, { message: '$property must be an amount such as 49.00' })
  PLAN_DAILY_AMOUNT: string = '49.00';

  /** Price of 168 hours, in rupees. */
  @Matches(AMOUNT, { message: '$property must be an amount such as 199.00' })
  PLAN_WEEKLY_AMOUNT: string = '199.00';
}
