import { Module, type DynamicModule } from '@nestjs/common';
import {
  DatabaseModule,
  PaymentEntity,
  SubscriptionEntity,
  UsageStatsEntity,
  UserEntity,
} from '@saathi/entities';
import { MessagingModule } from '@saathi/messaging';
import { ConfigModule } from '@saathi/platform';
import { BillingConfig } from './billing.config.js';
import { EntitlementsModule } from './entitlements/entitlements.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PlansModule } from './plans/plans.module.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { ReceiptsModule } from './receipts/receipts.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { ExportModule } from './export/export.module.js';
import { OperatorDeskModule } from './operator-desk/operator-desk.module.js';
import { OverviewModule } from './overview/overview.module.js';

/** What may be used, and what is paid. */
@Module({
  imports: [
    EntitlementsModule,
    PlansModule,
    PaymentsModule,
    SubscriptionsModule,
    WebhooksModule,
    ReceiptsModule,
    ExportModule,
    OperatorDeskModule,
    OverviewModule,
  ],
})
export class AppModule {
  static with(config: BillingConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(BillingConfig, config),
        MessagingModule.forApp('billing', config),
        DatabaseModule.forApp(config, [UserEntity, PaymentEntity, SubscriptionEntity, UsageStatsEntity]),
      ],
    };
  }
}
