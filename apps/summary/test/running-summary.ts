import { createService } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { openCaller, type Caller } from '@saathi/testing';
import { AppModule } from '../src/app.module.js';
import { SummaryConfig } from '../src/summary.config.js';

/** The summary service in this process, and somebody who calls it. */
export interface RunningSummary extends Caller {
  readonly stop: () => Promise<void>;
}

/** @param environment the addresses of Postgres, NATS and the model, and what the test changes */
export const startSummary = async (environment: Record<string, string>): Promise<RunningSummary> => {
  const config = loadConfig(SummaryConfig, {
    LOG_LEVEL: 'silent',
    OPENAI_API_KEY: 'test',
    SWEEP_INTERVAL_SECONDS: '3600',
    ...environment,
  });
  const service = await createService('summary', config, AppModule.with(config));
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
