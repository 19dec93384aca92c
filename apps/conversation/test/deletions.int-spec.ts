import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, DomainError, type MessagePage } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import pg from 'pg';
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

const deleteSession = (user_id: string, id: string): Promise<unknown> =>
  conversation.rpc.call(conversationRpc.deleteSession, { user_id, id });

const deleteMessage = (user_id: string, id: string): Promise<unknown> =>
  conversation.rpc.call(conversationRpc.deleteMessage, { user_id, id });

const messagesOf = (place: Place): Promise<MessagePage> =>
  conversation.rpc.call(conversationRpc.listMessages, { ...place, limit: 100 });

const codeOf = (error: unknown): string => (error instanceof DomainError ? error.code : String(error));

const told = (subject: string, user_id: string): unknown[] =>
  conversation.told
    .filter((item) => item.subject === subject && item.user_id === user_id)
    .map(({ payload }) => payload);

/** How many rows of the talk there are, table by table. */
const leftOf = ({ session_id }: Place): Promise<object> =>
  database.row(
    `SELECT (SELECT count(*)::int FROM sessions WHERE id = $1) AS sessions,
       (SELECT count(*)::int FROM messages WHERE session_id = $1) AS messages,
       (SELECT count(*)::int FROM turns WHERE session_id = $1) AS turns`,
    [session_id],
  );

const NOTHING = { sessions: 0, messages: 0, turns: 0 };

describe('deleting a session', () => {
  it('takes everything said in it, is told once, and gives nothing of the allowance back', async () => {
    const place = await newPlace();
    const { user_id, session_id } = place;
    const other = await newPlace(user_id);
    await talk(conversation.rpc, place);
    await talk(conversation.rpc, other);
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => deleteSession(user_id, session_id)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    await expect(deleteSession(user_id, session_id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await leftOf(place)).toEqual(NOTHING);
    expect(await leftOf(other)).toEqual({ sessions: 1, messages: 2, turns: 1 });
    expect(await stored.counted(place)).toBe(2);
    await eventually(() => {
      expect(told('event.session.deleted', user_id)).toEqual([{ user_id, session_id }]);
    });
  });

  it('is refused to a stranger as if there were none', async () => {
    const place = await newPlace();
    await talk(conversation.rpc, place);
    const stranger = await newPlace();
    await expect(deleteSession(stranger.user_id, place.session_id)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await leftOf(place)).toEqual({ sessions: 1, messages: 2, turns: 1 });
  });

  it('ends the reply under way in it, and the next session goes on as usual', async () => {
    const fault = { mode: 'silence_after', tokens: 2, times: 1 };
    await fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
    const place = await newPlace();
    let failure: unknown;
    let text = '';
    try {
      for await (const { frame } of openTalk(conversation.rpc, place)) {
        if (frame.event !== 'delta') continue;
        text += frame.data.text;
        if (text.trim().split(' ').length === 2) await deleteSession(place.user_id, place.session_id);
      }
    } catch (error) {
      failure = error;
    }
    expect(['model_unavailable', 'not_found']).toContain(codeOf(failure));
    expect(await leftOf(place)).toEqual(NOTHING);
    const next = await talk(conversation.rpc, await newPlace(place.user_id));
    expect(next.failure).toBeUndefined();
  });

  it('breaks nothing while the same session is talked in and ended', async () => {
    const places = await Promise.all(Array.from({ length: 12 }, () => newPlace()));
    const outcomes = await Promise.all(
      places.flatMap((place) => [
        ...Array.from({ length: 3 }, async () => (await talk(conversation.rpc, place)).failure),
        conversation.rpc
          .call(conversationRpc.endSession, { user_id: place.user_id, id: place.session_id })
          .then(() => undefined, codeOf),
        deleteSession(place.user_id, place.session_id).then(() => undefined, codeOf),
      ]),
    );
    expect(outcomes).not.toContain('internal');
    expect(outcomes).not.toContain('service_unavailable');
    for (const place of places) expect(await leftOf(place)).toEqual(NOTHING);
  }, 20_000);

  // Each begins as somebody who writes at the same moment, and goes on when the deletion waits for them.
  it.each([
    [
      'a reply that is being stored',
      `UPDATE turns SET state = 'complete' WHERE session_id = $1`,
      `INSERT INTO messages (session_id, user_id, role, text) SELECT id, user_id, 'ai', 'x' FROM sessions WHERE id = $1`,
    ],
    [
      'a summary that is being merged',
      `SELECT FROM users WHERE id = (SELECT user_id FROM sessions WHERE id = $1) FOR NO KEY UPDATE`,
      `UPDATE sessions SET communication_fit = 'x' WHERE id = $1`,
    ],
  ])('lets %s go first', async (_who, begin, goOn) => {
    const place = await newPlace();
    await talk(conversation.rpc, place);
    await database.rows(`UPDATE turns SET state = 'running' WHERE session_id = $1`, [place.session_id]);
    const writer = new pg.Client(database.url);
    await writer.connect();
    await writer.query('BEGIN');
    await writer.query(begin, [place.session_id]);
    const deletion = deleteSession(place.user_id, place.session_id);
    await eventually(async () => {
      const waiting = await database.rows(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(waiting).toHaveLength(1);
    });
    await writer.query(goOn, [place.session_id]);
    await writer.query('COMMIT');
    await writer.end();
    expect(await deletion).toEqual({ ok: true });
    expect(await leftOf(place)).toEqual(NOTHING);
  });
});

describe('deleting a message', () => {
  it.each([
    ['the person', 0],
    ['the companion', 1],
  ])('of %s takes that one, is told, and gives nothing of the allowance back', async (_whose, index) => {
    const place = await newPlace();
    await talk(conversation.rpc, place);
    const { items } = await messagesOf(place);
    const { user_id, session_id } = place;
    const message_id = items[index]?.id ?? '';
    await deleteMessage(user_id, message_id);
    await expect(deleteMessage(user_id, message_id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await messagesOf(place)).items).toEqual([items[1 - index]]);
    expect(await stored.counted(place)).toBe(1);
    await eventually(() => {
      expect(told('event.message.deleted', user_id)).toEqual([{ user_id, session_id, message_id }]);
    });
  });

  it('is refused to a stranger as if there were none', async () => {
    const place = await newPlace();
    await talk(conversation.rpc, place);
    const before = await messagesOf(place);
    const stranger = await newPlace();
    for (const id of [...before.items.map((message) => message.id), crypto.randomUUID()])
      await expect(deleteMessage(stranger.user_id, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await messagesOf(place)).toEqual(before);
  });

  it('keeps it from the model from then on', async () => {
    const place = await newPlace();
    await talk(conversation.rpc, place, { text: 'my secret is plum cake' });
    const { items } = await messagesOf(place);
    for (const { id } of items) await deleteMessage(place.user_id, id);
    await talk(conversation.rpc, place, { text: 'what did I say?' });
    const log = await (await fetch(`${model.url}/__log`)).json();
    const { items: asked } = log as { items: unknown[] };
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked[0])).toContain('plum cake');
    expect(JSON.stringify(asked[1])).not.toContain('plum cake');
  });

  it('that is just being answered breaks nothing', async () => {
    const place = await newPlace();
    let failure: unknown;
    try {
      for await (const { frame } of openTalk(conversation.rpc, place))
        if (frame.event === 'message') await deleteMessage(place.user_id, frame.data.message.id);
    } catch (error) {
      failure = error;
    }
    expect(['model_unavailable', 'not_found']).toContain(codeOf(failure));
    expect(await stored.messages(place)).toEqual([]);
    expect((await talk(conversation.rpc, place)).failure).toBeUndefined();
  });
});
