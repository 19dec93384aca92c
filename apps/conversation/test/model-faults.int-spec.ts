import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { talk, type Heard, type Place } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let conversation: RunningConversation;
let stored: Stored;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 1, token_ms: 1 }),
  ]);
  stored = new Stored(database);
  conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
    OPENAI_TIMEOUT_MS: '300',
  });
});

afterEach(async () => {
  await fetch(`${model.url}/__faults`, { method: 'DELETE' });
  await fetch(`${model.url}/__log`, { method: 'DELETE' });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const newPlace = async (): Promise<Place> => {
  const { id: user_id } = await create.user(database);
  return { user_id, session_id: (await create.session(database, { user_id })).id };
};

const say = (place: Place, more?: Parameters<typeof talk>[2]): Promise<Heard> =>
  talk(conversation.rpc, place, more);

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

describe('a model that fails', () => {
  const faults: [string, object][] = [
    ['does not answer', { mode: 'hang' }],
    ['answers 500', { mode: 'error_500' }],
    ['answers 429', { mode: 'error_429' }],
    ['answers 401', { mode: 'error_401' }],
    ['says nothing', { mode: 'empty' }],
    ['says only blanks', { mode: 'blank' }],
    ['is too slow with its first word', { mode: 'slow_first_token', ms: 1000 }],
    ['is cut off half-way', { mode: 'cut' }],
    ['is torn off half-way', { mode: 'reset' }],
    ['sends what is no JSON', { mode: 'malformed' }],
    ['never stops', { mode: 'huge' }],
  ];

  it.each(faults)('keeps the message and stores no reply when it %s', async (_how, fault) => {
    await switchOn({ ...fault, times: 1 });
    const place = await newPlace();
    const heard = await say(place, { idempotency_key: 'k' });
    expect(heard).toMatchObject({ failure: 'model_unavailable', reply: undefined });
    expect(await stored.roles(place)).toEqual(['user']);
    expect(await stored.turnState(place)).toBe('failed');
  });

  it.each(faults)('may be asked again with the same key when it %s', async (_how, fault) => {
    await switchOn({ ...fault, times: 1 });
    const place = await newPlace();
    const first = await say(place, { idempotency_key: 'k' });
    const again = await say(place, { idempotency_key: 'k' });
    expect(again.failure).toBeUndefined();
    expect(again.message).toEqual(first.message);
    expect(again.messages_left).toBe(19);
    expect(await stored.messages(place)).toEqual([
      expect.objectContaining({ id: first.message?.id, role: 'user' }),
      { id: again.reply?.id, role: 'ai', text: again.text },
    ]);
    expect(await stored.counted(place)).toBe(1);
  });

  it('does not keep the person from saying something else', async () => {
    await switchOn({ mode: 'error_500', times: 1 });
    const place = await newPlace();
    await say(place);
    expect((await say(place, { text: 'something else' })).failure).toBeUndefined();
    expect(await stored.roles(place)).toEqual(['user', 'user', 'ai']);
  });
});
