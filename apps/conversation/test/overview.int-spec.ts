import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc } from '@saathi/contracts';
import { TestDatabase, TestNats } from '@saathi/testing';
import { startConversation, type RunningConversation } from './running-conversation.js';

let database: TestDatabase;
let nats: TestNats;
let conversation: RunningConversation;

beforeAll(async () => {
  [database, nats] = await Promise.all([TestDatabase.create(), TestNats.start()]);
  conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const costToday = async (): Promise<unknown> =>
  (await conversation.rpc.call(conversationRpc.getOverview, {})).model_cost_today;

/** @param paise null where the price of the model is not known */
const called = (paise: number | null, at = 'now()'): Promise<unknown> =>
  database.rows(
    `INSERT INTO model_calls (purpose, model, tokens_in, tokens_cached, tokens_out, estimated, total_ms, outcome, cost_paise, created_at)
     VALUES ('reply', 'm', 1, 0, 1, false, 1, 'whole', $1, ${at})`,
    [paise],
  );

// Midnight in India, whatever the hour is here.
const MIDNIGHT = `(date_trunc('day', now() AT TIME ZONE 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata')`;

describe('what the model cost today', () => {
  it('is nothing while nobody talks', async () => {
    expect(await costToday()).toBe('0.00');
  });

  it('is not told while no price is known', async () => {
    await called(null);
    expect(await costToday()).toBeNull();
  });

  it('is the sum of the calls of the Indian day that have a price, in rupees, rounded once', async () => {
    await called(1.2344);
    await called(100.5);
    await called(99, `${MIDNIGHT} - interval '1 millisecond'`);
    await called(0.2656, MIDNIGHT);
    expect(await costToday()).toBe('1.02');
  });

  it('may be more paise than fit into an int', async () => {
    await called(9_000_000_000);
    expect(await costToday()).toBe('90000001.02');
  });
});
