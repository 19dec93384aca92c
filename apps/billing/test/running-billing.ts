import { NestFactory } from '@nestjs/core';
import { createService, EventFeed, MessagingModule, RpcClient, type FeedItem } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { AppModule } from '../src/app.module.js';
import { BillingConfig } from '../src/billing.config.js';

/** The billing service in this process, and somebody who calls it. */
export interface RunningBilling {
  readonly rpc: RpcClient;
  /** Every event since the start, oldest first. */
  readonly told: readonly FeedItem[];
  readonly stop: () => Promise<void>;
}

/** @param environment the addresses of Postgres, NATS and Cashfree, and what the test changes */
export const startBilling = async (environment: Record<string, string>): Promise<RunningBilling> => {
  const config = loadConfig(BillingConfig, {
    LOG_LEVEL: 'silent',
    CASHFREE_CLIENT_ID: 'stand-in',
    CASHFREE_CLIENT_SECRET: 'stand-in-secret',
    CASHFREE_WEBHOOK_SECRETS: 'a-newer-secret,stand-in-secret',
    RECONCILE_INTERVAL_SECONDS: '3600',
    SWEEP_INTERVAL_SECONDS: '3600',
    ...environment,
  });
  const service = await createService('billing', config, AppModule.with(config));
  await service.listen();
  // The services answer the gateway alone. Without its key it may also tell events as others would.
  const { NATS_URL } = config;
  const caller = await NestFactory.createApplicationContext(MessagingModule.forApp('gateway', { NATS_URL }), {
    logger: false,
  });
  const told: FeedItem[] = [];
  await caller.get(EventFeed).follow(new Date(), (item) => told.push(item));
  return {
    rpc: caller.get(RpcClient),
    told,
    stop: async () => {
      await caller.close();
      await service.close();
    },
  };
};
