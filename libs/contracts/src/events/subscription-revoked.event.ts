import { IsUUID } from 'class-validator';

export class SubscriptionRevokedEvent {
  @IsUUID('loose')
  user_id!: string;

  /** The pass that ended before its time; those behind it have moved up. */
  @IsUUID('loose')
  subscription_id!: string;
}
