import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Marks the passes that are over. */
@Injectable()
export class SubscriptionsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(SubscriptionsSweep.name);
  private readonly task: PeriodicTask;

  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    { SWEEP_INTERVAL_SECONDS }: BillingConfig,
  ) {
    this.task = new PeriodicTask('expire passes', SWEEP_INTERVAL_SECONDS * 1000, () => this.round());
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }

  private async round(): Promise<void> {
    const passes = await this.subscriptions.expire();
    if (passes > 0) this.log.log('passes expired', { passes });
  }
}
