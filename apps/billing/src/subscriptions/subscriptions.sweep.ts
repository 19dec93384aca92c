import { Injectable, Logger } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Marks the passes that are over. */
@Injectable()
export class SubscriptionsSweep extends Sweep {
  constructor(subscriptions: SubscriptionsRepository, { SWEEP_INTERVAL_SECONDS }: BillingConfig) {
    const log = new Logger(SubscriptionsSweep.name);
    super('expire passes', SWEEP_INTERVAL_SECONDS, async () => {
      const passes = await subscriptions.expire();
      if (passes > 0) log.log('passes expired', { passes });
    });
  }
}
