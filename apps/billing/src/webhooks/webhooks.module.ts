import { Module } from '@nestjs/common';
import { GrantsModule } from '../grants/grants.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ReconciliationModule } from '../reconciliation/reconciliation.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { ForgettingSweep } from './forgetting.sweep.js';
import { WebhookActions } from './webhook-actions.js';
import { WebhooksHandlers } from './webhooks.handlers.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';
import { WebhooksSweep } from './webhooks.sweep.js';

@Module({
  imports: [GrantsModule, PaymentsModule, ReconciliationModule, RefundsModule],
  controllers: [WebhooksHandlers],
  providers: [WebhooksService, WebhookActions, WebhooksRepository, WebhooksSweep, ForgettingSweep],
  exports: [WebhooksRepository],
})
export class WebhooksModule {}
