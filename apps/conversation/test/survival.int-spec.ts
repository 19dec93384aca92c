import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, type RescuedReplyView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { openTalk, talk, type Place } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let conversation: RunningConversation;
let stored: Stored;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 1, token_ms: 20 }),
  ]);
  stored = new Stored(database);
  conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
  });
});

afterEach(() => fetch(`${model.url}/__faults`, { method: 'DELETE' }));

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const newPlace = async (): Promise<Place> => {
  const { id: user_id } = await create.user(database);
  return { user_id, session_id: (await create.session(database, { user_id })).id };
};

interface Left {
  readonly attempt?: number;
  readonly text?: string;
  /** Seconds since the lease ran out. */
  readonly since?: number;
}

/** A turn as a process leaves it that is killed. */
const abandoned = async (
  place: Place,
  { attempt = 1, text = '', since = 60 }: Left = {},
): Promise<string> => {
  const { id } = await create.message(database, { ...place, text: 'Aaj ka din lamba tha' });
  const reply_id = randomUUID();
  await database.rows(
    `INSERT INTO turns (reply_id, session_id, user_id, user_message_id, attempt, text_so_far, lease_until)
     VALUES ($1, $2, $3, $4, $5, $6, now() - make_interval(secs => $7))`,
    [reply_id, place.session_id, place.user_id, id, attempt, text, since],
  );
  return reply_id;
};

const rescue = (place: Place, reply_id: string, heard: string | null): Promise<RescuedReplyView> =>
  conversation.rpc.call(conversationRpc.rescueReply, { user_id: place.user_id, reply_id, heard });

const textSoFar = async ({ session_id }: Place): Promise<string> =>
  (
    await database.row<{ text: string }>('SELECT text_so_far AS text FROM turns WHERE session_id = $1', [
      session_id,
    ])
  ).text;

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

describe('a reply whose process is gone', () => {
  it('before its first word is made by another, and nobody has to ask', async () => {
    const place = await newPlace();
    const reply_id = await abandoned(place);
    await eventually(async () => {
      expect(await stored.turnState(place)).toBe('complete');
    });
    expect((await stored.messages(place)).map(({ id, role }) => [id, role])).toEqual([
      [expect.any(String), 'user'],
      [reply_id, 'ai'],
    ]);
    expect(await stored.counted(place)).toBe(1);
  });

  it('is not made a third time', async () => {
    const place = await newPlace();
    await abandoned(place, { attempt: 2 });
    await eventually(async () => {
      expect(await stored.turnState(place)).toBe('failed');
    });
    expect(await stored.roles(place)).toEqual(['user']);
    expect((await talk(conversation.rpc, place)).failure).toBeUndefined();
  });

  it('keeps what was said of it, and can be made again in its place', async () => {
    const place = await newPlace();
    await abandoned(place, { text: 'Main sun rahi' });
    await eventually(async () => {
      expect(await stored.turnState(place)).toBe('partial');
    });
    expect((await stored.messages(place))[1]).toMatchObject({ role: 'ai', text: 'Main sun rahi' });
    for await (const { frame } of conversation.rpc.stream(conversationRpc.remakeReply, place))
      expect(frame.event).not.toBe('problem');
    const [, reply, ...more] = await stored.messages(place);
    expect([reply?.text === 'Main sun rahi', more]).toEqual([false, []]);
    expect(await stored.counted(place)).toBe(1);
  });

  it('keeps what was shown of it beyond what was written down', async () => {
    const place = await newPlace();
    const reply_id = await abandoned(place, { text: 'Main sun', since: 0 });
    const fate = await rescue(place, reply_id, 'Main sun rahi hoon');
    expect(fate).toMatchObject({ state: 'partial', done: { message: { text: 'Main sun rahi hoon' } } });
    expect((await stored.messages(place))[1]?.text).toBe('Main sun rahi hoon');
    expect(await rescue(place, reply_id, null)).toEqual(fate);
  });

  it('is closed once, however many ask', async () => {
    const place = await newPlace();
    const reply_id = await abandoned(place, { text: 'Main', since: 0 });
    const fates = await Promise.all(Array.from({ length: 8 }, () => rescue(place, reply_id, 'Main sun')));
    expect(new Set(fates.map(({ state }) => state)).has('partial')).toBe(true);
    expect(await stored.roles(place)).toEqual(['user', 'ai']);
  });

  it('is nobody else’s to ask about', async () => {
    const reply_id = await abandoned(await newPlace(), { since: 0 });
    await expect(rescue(await newPlace(), reply_id, null)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a reply under way', () => {
  it('is written down while it is made', async () => {
    await switchOn({ mode: 'silence_after', tokens: 4, times: 1 });
    const place = await newPlace();
    const stream = openTalk(conversation.rpc, place);
    let shown = '';
    for await (const { frame } of stream) {
      if (frame.event !== 'delta') continue;
      shown += frame.data.text;
      if (shown.split(' ').length < 4) continue;
      await eventually(async () => {
        expect(await textSoFar(place)).toBe(shown);
      });
      stream.stop();
    }
    expect(await textSoFar(place)).toBe('');
  });

  it('that has fallen into other hands changes nothing any more', async () => {
    await switchOn({ mode: 'silence_after', tokens: 3, ms: 1500, times: 1 });
    const place = await newPlace();
    const heard = talk(conversation.rpc, place);
    await eventually(async () => {
      expect(await textSoFar(place)).not.toBe('');
    });
    await database.rows(
      `UPDATE turns SET attempt = 2, lease_until = now() + interval '1 minute' WHERE session_id = $1`,
      [place.session_id],
    );
    expect((await heard).failure).toBe('model_unavailable');
    expect([await stored.turnState(place), await stored.roles(place)]).toEqual(['running', ['user']]);
  });

  it('ends with its session, and what was said so far is kept', async () => {
    await switchOn({ mode: 'silence_after', tokens: 3, times: 1 });
    const place = await newPlace();
    const heard = talk(conversation.rpc, place);
    await eventually(async () => {
      expect(await textSoFar(place)).not.toBe('');
    });
    await conversation.rpc.call(conversationRpc.endSession, { user_id: place.user_id, id: place.session_id });
    expect((await stored.messages(place))[1]?.text).toBe((await heard).text);
    expect(await stored.turnState(place)).toBe('cancelled');
  });

  it('ends with its session also when another process ends it', async () => {
    await switchOn({ mode: 'silence_after', tokens: 3, times: 1 });
    const place = await newPlace();
    const heard = talk(conversation.rpc, place);
    await eventually(async () => {
      expect(await textSoFar(place)).not.toBe('');
    });
    await database.rows('UPDATE sessions SET ended_at = now() WHERE id = $1', [place.session_id]);
    expect((await heard).reply?.text).toBe((await heard).text);
    expect(await stored.turnState(place)).toBe('cancelled');
  });
});
