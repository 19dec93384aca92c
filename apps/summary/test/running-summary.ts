import { NestFactory } from '@nestjs/core';
import {
  createService,
  EventFeed,
  EventPublisher,
  MessagingModule,
  RpcClient,
  type FeedItem,
} from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { AppModule } from '../src/app.module.js';
import { SummaryConfig } from '../src/summary.config.js';

/** The summary service in this process, and somebody who calls it and tells it events. */
export interface RunningSummary {
  readonly rpc: RpcClient;
  readonly events: EventPublisher;
  /** Every event since the start, oldest first. */
  readonly told: readonly FeedItem[];
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
  // The services answer the gateway alone. Without its key it may also tell events as others would.
  const { NATS_URL } = config;
  const caller = await NestFactory.createApplicationContext(MessagingModule.forApp('gateway', { NATS_URL }), {
    logger: false,
  });
  const told: FeedItem[] = [];
  await caller.get(EventFeed).follow(new Date(), (item) => told.push(item));
  return {
    rpc: caller.get(RpcClient),
    events: caller.get(EventPublisher),
    told,
    stop: async () => {
      await caller.close();
      await service.close();
    },
  };
};
