import { createService } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { openCaller, type Caller } from '@saathi/testing';
import { AppModule } from '../src/app.module.js';
import { BillingConfig } from '../src/billing.config.js';

/** The billing service in this process, and somebody who calls it. */
export interface RunningBilling extends Caller {
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
  const caller = await openCaller(config);
  return {
    ...caller,
    stop: async () => {
      await caller.close();
      await service.close();
    },
  };
};
