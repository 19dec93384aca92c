import { Module } from '@nestjs/common';
import { PaymentsModule } from '../payments/payments.module.js';
import { WebhooksHandlers } from './webhooks.handlers.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';
import { WebhooksSweep } from './webhooks.sweep.js';

@Module({
  imports: [PaymentsModule],
  controllers: [WebhooksHandlers],
  providers: [WebhooksService, WebhooksRepository, WebhooksSweep],
})
export class WebhooksModule {}
