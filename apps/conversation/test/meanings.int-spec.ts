import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
});

afterAll(async () => {
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const start = (OPENAI_EMBEDDING_MODEL: string): Promise<RunningConversation> =>
  startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
    OPENAI_EMBEDDING_MODEL,
  });

const search = async ({ rpc }: RunningConversation, user_id: string, q: string): Promise<string[]> =>
  (await rpc.call(conversationRpc.searchMessages, { user_id, q, limit: 5 })).items.map(({ text }) => text);

const told = async (): Promise<string> => {
  const { id: user_id } = await create.user(database);
  const { id: session_id } = await create.session(database, { user_id, ended_at: new Date() });
  for (const text of ['the parrot flew away', 'I work in a bank', 'it rained on the roof'])
    await create.message(database, { session_id, user_id, text });
  return user_id;
};

const modelsOf = async (user_id: string): Promise<unknown[]> =>
  (
    await database.rows<{ model: string }>('SELECT model FROM message_vectors WHERE user_id = $1', [user_id])
  ).map((row) => row.model);

describe('with an embedding model', () => {
  it('messages get their vectors in the background, and anew when the model is another', async () => {
    const user_id = await told();
    for (const name of ['one', 'two']) {
      const conversation = await start(name);
      expect(await search(conversation, user_id, 'parrot')).toContain('the parrot flew away');
      await eventually(async () => {
        expect(await modelsOf(user_id)).toEqual([name, name, name]);
      });
      expect((await search(conversation, user_id, 'the parrot'))[0]).toBe('the parrot flew away');
      await conversation.stop();
    }
  });

  it('a model that does not answer leaves the words', async () => {
    await fetch(`${model.url}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'error_500', match: 'embedding' }),
    });
    const user_id = await told();
    const conversation = await start('one');
    expect((await search(conversation, user_id, 'bank'))[0]).toBe('I work in a bank');
    await conversation.stop();
    await fetch(`${model.url}/__faults`, { method: 'DELETE' });
  });
});
