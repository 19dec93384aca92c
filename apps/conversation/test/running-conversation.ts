import { createService } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { openCaller, type Caller } from '@saathi/testing';
import { AppModule } from '../src/app.module.js';
import { ConversationConfig } from '../src/conversation.config.js';

/** The conversation service in this process, and somebody who calls it. */
export interface RunningConversation extends Caller {
  readonly stop: () => Promise<void>;
}

/** @param environment the addresses of Postgres, NATS and the model, and what the test changes */
export const startConversation = async (
  environment: Record<string, string>,
): Promise<RunningConversation> => {
  const config = loadConfig(ConversationConfig, {
    LOG_LEVEL: 'silent',
    OPENAI_API_KEY: 'test',
    // Only the tests of safety want a second reading of every message.
    OPENAI_MODERATION_MODEL: 'none',
    ...environment,
  });
  const service = await createService('conversation', config, AppModule.with(config));
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
