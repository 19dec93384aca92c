import { Module } from '@nestjs/common';
import { SubscriptionsHandlers } from './subscriptions.handlers.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { SubscriptionsSweep } from './subscriptions.sweep.js';

@Module({
  controllers: [SubscriptionsHandlers],
  providers: [SubscriptionsService, SubscriptionsRepository, SubscriptionsSweep],
})
export class SubscriptionsModule {}
