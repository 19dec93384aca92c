import { NestFactory } from '@nestjs/core';
import { createService, EventFeed, MessagingModule, RpcClient, type FeedItem } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { AppModule } from '../src/app.module.js';
import { ConversationConfig } from '../src/conversation.config.js';

/** The conversation service in this process, and somebody who calls it. */
export interface RunningConversation {
  readonly rpc: RpcClient;
  /** Every event since the start, oldest first. */
  readonly told: readonly FeedItem[];
  readonly stop: () => Promise<void>;
}

/** @param environment the addresses of Postgres, NATS and the model, and what the test changes */
export const startConversation = async (
  environment: Record<string, string>,
): Promise<RunningConversation> => {
  const config = loadConfig(ConversationConfig, {
    LOG_LEVEL: 'silent',
    OPENAI_API_KEY: 'test',
    ...environment,
  });
  const service = await createService('conversation', config, AppModule.with(config));
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
