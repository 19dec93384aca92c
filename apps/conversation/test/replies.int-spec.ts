import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, DomainError, type ReplyChunk } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { openTalk, talk, type Place } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let conversation: RunningConversation;
/** A second replica, so that calls about a reply often reach the one that does not make it. */
let replica: RunningConversation;
let stored: Stored;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 1, token_ms: 20 }),
  ]);
  stored = new Stored(database);
  const environment = {
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
  };
  [conversation, replica] = await Promise.all([
    startConversation(environment),
    startConversation(environment),
  ]);
});

afterEach(() => fetch(`${model.url}/__faults`, { method: 'DELETE' }));

afterAll(async () => {
  await Promise.all([conversation.stop(), replica.stop()]);
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const newPlace = async (): Promise<Place> => {
  const { id: user_id } = await create.user(database);
  return { user_id, session_id: (await create.session(database, { user_id })).id };
};

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

const findReply = async (place: Place): Promise<string | null> =>
  (await conversation.rpc.call(conversationRpc.findReply, place)).reply_id;

const running = (place: Place): Promise<string> =>
  eventually(async () => {
    const reply_id = await findReply(place);
    if (reply_id === null) throw new Error('no reply is under way');
    return reply_id;
  });

const stop = async (place: Place): Promise<void> => {
  await conversation.rpc.call(conversationRpc.stopReply, { reply_id: await running(place) });
};

interface Read {
  readonly chunks: ReplyChunk[];
  readonly text: string;
  readonly failure: string | undefined;
}

const read = async (stream: AsyncIterable<ReplyChunk>): Promise<Read> => {
  const chunks: ReplyChunk[] = [];
  let failure: string | undefined;
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    failure = error instanceof DomainError ? error.code : String(error);
  }
  const text = chunks.map(({ frame }) => (frame.event === 'delta' ? frame.data.text : '')).join('');
  return { chunks, text, failure };
};

const join = (reply_id: string, after: number): Promise<Read> =>
  read(conversation.rpc.stream(conversationRpc.joinReply, { reply_id, after }));

const remake = (place: Place): Promise<Read> =>
  read(conversation.rpc.stream(conversationRpc.remakeReply, place));

/** Says something and stops the reply after a few words. @returns what the first reader saw */
const stopped = async (place: Place, idempotency_key?: string): Promise<Read> => {
  const stream = openTalk(conversation.rpc, place, idempotency_key === undefined ? {} : { idempotency_key });
  const chunks: ReplyChunk[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    if (chunks.length === 4) void stop(place);
  }
  return read(toStream(chunks));
};

async function* toStream(chunks: readonly ReplyChunk[]): AsyncIterable<ReplyChunk> {
  await Promise.resolve();
  yield* chunks;
}

describe('joining a reply', () => {
  it('shows every reader the same frames, whichever replica hears of it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const place = await newPlace();
      const first = read(openTalk(conversation.rpc, place));
      const reply_id = await running(place);
      const [whole, rest] = await Promise.all([join(reply_id, 0), join(reply_id, 2)]);
      const { chunks, failure } = await first;
      expect(failure).toBeUndefined();
      expect(chunks.map(({ id }) => id)).toEqual(chunks.map((_, index) => index + 1));
      expect(whole.chunks).toEqual(chunks);
      expect(rest.chunks).toEqual(chunks.slice(2));
    }
  });

  it('still shows the end to who lost the connection just before it', async () => {
    const place = await newPlace();
    const { chunks } = await read(openTalk(conversation.rpc, place));
    const [first] = chunks;
    const reply_id = first?.frame.event === 'message' ? first.frame.data.reply_id : '';
    expect((await join(reply_id, chunks.length - 1)).chunks).toEqual(chunks.slice(-1));
  });

  it('tells of the failure, too', async () => {
    await switchOn({ mode: 'cut', tokens: 5, times: 1 });
    const place = await newPlace();
    const first = read(openTalk(conversation.rpc, place));
    const joined = await join(await running(place), 0);
    expect([(await first).failure, joined.failure]).toEqual(['model_unavailable', 'model_unavailable']);
    expect(joined.chunks).toEqual((await first).chunks);
  });

  it('finds nothing when no reply is under way, and nothing of a stranger', async () => {
    const place = await newPlace();
    expect(await findReply(place)).toBeNull();
    const { user_id } = await newPlace();
    await expect(findReply({ ...place, user_id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('stopping a reply', () => {
  it('stores what was said so far, counts the message once, and ends the stream with it', async () => {
    const place = await newPlace();
    const { chunks, text } = await stopped(place);
    const last = chunks.at(-1)?.frame;
    expect(last?.event === 'done' ? last.data.message.text : undefined).toBe(text);
    expect(await stored.messages(place)).toEqual([
      expect.objectContaining({ role: 'user' }),
      expect.objectContaining({ role: 'ai', text }),
    ]);
    expect([await stored.counted(place), await stored.turnState(place)]).toEqual([1, 'cancelled']);
    expect(text.length).toBeGreaterThan(0);
  });

  it('has stored it by the time it answers', async () => {
    const place = await newPlace();
    const first = read(openTalk(conversation.rpc, place));
    await running(place);
    await eventually(async () => {
      await stop(place);
    });
    expect(await stored.turnState(place)).toBe('cancelled');
    await first;
    expect(await findReply(place)).toBeNull();
  });
});

describe('making a reply again', () => {
  it('after a stopped one puts a whole one in its place, and charges nothing', async () => {
    const place = await newPlace();
    const before = await stopped(place);
    const after = await remake(place);
    expect(after.failure).toBeUndefined();
    expect(after.text.length).toBeGreaterThan(before.text.length);
    expect(await stored.messages(place)).toEqual([
      expect.objectContaining({ role: 'user' }),
      expect.objectContaining({ role: 'ai', text: after.text }),
    ]);
    expect(await stored.counted(place)).toBe(1);
    expect((await remake(place)).failure).toBe('nothing_to_regenerate');
  });

  it('keeps the stopped one when the new one fails', async () => {
    const place = await newPlace();
    const { text } = await stopped(place);
    await switchOn({ mode: 'error_401', times: 1 });
    expect((await remake(place)).failure).toBe('model_unavailable');
    expect((await stored.messages(place)).map((message) => message.text)).toContain(text);
    expect((await remake(place)).failure).toBeUndefined();
    expect(await stored.roles(place)).toEqual(['user', 'ai']);
  });

  it('after a failed one works also for who has nothing left', async () => {
    const place = await newPlace();
    await switchOn({ mode: 'error_401', times: 1 });
    expect((await talk(conversation.rpc, place)).failure).toBe('model_unavailable');
    await database.rows('UPDATE usage_stats SET total_messages = 20 WHERE user_id = $1', [place.user_id]);
    const { chunks, failure } = await remake(place);
    expect(failure).toBeUndefined();
    const last = chunks.at(-1)?.frame;
    expect(last?.event === 'done' ? last.data.usage : undefined).toEqual({ messages_left: 0 });
    expect(await stored.roles(place)).toEqual(['user', 'ai']);
    expect(await stored.counted(place)).toBe(20);
  });

  it('is what the key of the message stands for afterwards', async () => {
    const place = await newPlace();
    await stopped(place, 'k');
    const { text } = await remake(place);
    const again = await talk(conversation.rpc, place, { idempotency_key: 'k' });
    expect([again.text, again.failure]).toEqual([text, undefined]);
  });

  it('happens once, however many ask at once', async () => {
    const place = await newPlace();
    await switchOn({ mode: 'error_401', times: 1 });
    await talk(conversation.rpc, place);
    const failures = (await Promise.all([1, 2, 3, 4, 5].map(() => remake(place)))).map(
      ({ failure }) => failure,
    );
    expect(failures.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(new Set(failures)).toEqual(new Set([undefined, 'reply_in_progress']));
    expect(await stored.roles(place)).toEqual(['user', 'ai']);
  });

  it.each([
    ['there is nothing to answer', async () => newPlace(), 'nothing_to_regenerate'],
    [
      'the last message has its reply',
      async () => {
        const place = await newPlace();
        await talk(conversation.rpc, place);
        return place;
      },
      'nothing_to_regenerate',
    ],
    [
      'the session has ended',
      async () => {
        const place = await newPlace();
        await stopped(place);
        await database.rows('UPDATE sessions SET ended_at = now() WHERE id = $1', [place.session_id]);
        return place;
      },
      'session_ended',
    ],
    [
      'it is a stranger who asks',
      async () => ({ ...(await newPlace()), user_id: (await newPlace()).user_id }),
      'not_found',
    ],
  ])('is refused when %s', async (_why, prepare, code) => {
    expect((await remake(await prepare())).failure).toBe(code);
  });
});
