import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { openTalk, talk, type Heard, type Place } from './talk.js';

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

const newPlace = async (user_id?: string): Promise<Place> => {
  const owner = user_id ?? (await create.user(database)).id;
  return { user_id: owner, session_id: (await create.session(database, { user_id: owner })).id };
};

const say = (place: Place, more?: Parameters<typeof talk>[2]): Promise<Heard> =>
  talk(conversation.rpc, place, more);

/** What the model was asked, oldest first. */
const asked = async (): Promise<{ body: { messages: { role: string; content: string }[] } }[]> =>
  ((await (await fetch(`${model.url}/__log`)).json()) as { items: [] }).items;

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

describe('an Idempotency-Key', () => {
  it('makes twenty equal messages one: one message, one reply, one question to the model, one charge', async () => {
    await switchOn({ mode: 'silence_after', ms: 200, times: 1 });
    const place = await newPlace();
    const heard = await Promise.all(Array.from({ length: 20 }, () => say(place, { idempotency_key: 'k' })));
    expect(heard.map(({ failure }) => failure).filter((failure) => failure !== undefined)).toEqual([]);
    expect(new Set(heard.map(({ reply }) => reply?.id)).size).toBe(1);
    expect(new Set(heard.map(({ message }) => message?.id)).size).toBe(1);
    expect(new Set(heard.map(({ text }) => text)).size).toBe(1);
    expect([
      (await stored.messages(place)).length,
      await stored.counted(place),
      (await asked()).length,
    ]).toEqual([2, 1, 1]);
  });

  it('makes twenty equal messages one also when it is the last free one', async () => {
    for (let round = 0; round < 3; round += 1) {
      const place = await newPlace();
      await say(place);
      await database.rows('UPDATE usage_stats SET total_messages = 19 WHERE user_id = $1', [place.user_id]);
      const heard = await Promise.all(
        Array.from({ length: 20 }, () => say(place, { idempotency_key: 'last' })),
      );
      expect(heard.map(({ failure }) => failure)).toEqual(heard.map(() => undefined));
      expect(new Set(heard.map(({ reply }) => reply?.id)).size).toBe(1);
      expect(await stored.counted(place)).toBe(20);
    }
  });

  it('does not bring a failed reply back once the session has ended', async () => {
    await switchOn({ mode: 'error_401', times: 1 });
    const place = await newPlace();
    expect((await say(place, { idempotency_key: 'k' })).failure).toBe('model_unavailable');
    await database.rows('UPDATE sessions SET ended_at = now() WHERE id = $1', [place.session_id]);
    expect((await say(place, { idempotency_key: 'k' })).failure).toBe('session_ended');
    expect(await stored.roles(place)).toEqual(['user']);
  });

  it('brings the same exchange again later', async () => {
    const place = await newPlace();
    const first = await say(place, { idempotency_key: 'k' });
    const again = await say(place, { idempotency_key: 'k' });
    expect(again).toMatchObject({
      message: first.message,
      reply: first.reply,
      text: first.text,
      messages_left: 19,
    });
    expect(await stored.counted(place)).toBe(1);
  });

  it.each<[string, (place: Place) => Promise<[Place, object]>]>([
    ['other words', (place) => Promise.resolve([place, { text: 'other' }])],
    ['another tag', (place) => Promise.resolve([place, { tag: 'evaluation' }])],
    ['another session', async ({ user_id }) => [await newPlace(user_id), {}]],
  ])('is refused with %s', async (_what, other) => {
    const place = await newPlace();
    await say(place, { idempotency_key: 'k' });
    const [elsewhere, change] = await other(place);
    expect((await say(elsewhere, { ...change, idempotency_key: 'k' })).failure).toBe(
      'idempotency_key_reused',
    );
  });

  it('of one person is free for another', async () => {
    await say(await newPlace(), { idempotency_key: 'k' });
    expect((await say(await newPlace(), { idempotency_key: 'k' })).failure).toBeUndefined();
  });

  it('brings the exchange again though the session has ended and the allowance is used up', async () => {
    const place = await newPlace();
    const first = await say(place, { idempotency_key: 'k' });
    await database.rows('UPDATE sessions SET ended_at = now() WHERE id = $1', [place.session_id]);
    await database.rows('UPDATE usage_stats SET total_messages = 99 WHERE user_id = $1', [place.user_id]);
    expect((await say(place, { idempotency_key: 'k' })).reply).toEqual(first.reply);
  });

  it('brings what was said of a reply that was stopped', async () => {
    await switchOn({ mode: 'silence_after', tokens: 3, times: 1 });
    const place = await newPlace();
    const stream = openTalk(conversation.rpc, place, { idempotency_key: 'k' });
    for await (const { frame } of stream) if (frame.event === 'delta') stream.stop();
    const [, partial] = await stored.messages(place);
    const again = await say(place, { idempotency_key: 'k' });
    expect(again).toMatchObject({ failure: undefined, text: partial?.text });
    expect(again.reply?.id).toBe(partial?.id);
  });
});
