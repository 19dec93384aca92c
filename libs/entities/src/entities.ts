import { CallEntity } from './call.entity.js';
import { MessageEntity } from './message.entity.js';
import { OtpLoginEntity } from './otp-login.entity.js';
import { PaymentEntity } from './payment.entity.js';
import { SessionEntity } from './session.entity.js';
import { SubscriptionEntity } from './subscription.entity.js';
import { UsageStatsEntity } from './usage-stats.entity.js';
import { UserEntity } from './user.entity.js';
import { UserSummaryLatestEntity } from './user-summary-latest.entity.js';

/** Every entity there is. */
export const entities = [
  UserEntity,
  OtpLoginEntity,
  SessionEntity,
  MessageEntity,
  CallEntity,
  UserSummaryLatestEntity,
  SubscriptionEntity,
  PaymentEntity,
  UsageStatsEntity,
];
