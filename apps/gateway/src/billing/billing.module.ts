import { Module } from '@nestjs/common';
import { BillingController } from './billing.controller.js';
import { CashfreeWebhookController } from './cashfree-webhook.controller.js';

@Module({ controllers: [BillingController, CashfreeWebhookController] })
export class BillingModule {}
