import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, type MessageListView, type SessionView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { talk } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let conversation: RunningConversation;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
  conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
    FREE_MESSAGES: '1000',
    SWEEP_INTERVAL_SECONDS: '1',
  });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const newUser = async (): Promise<string> => (await create.user(database)).id;

const start = (user_id: string, off_the_record = false): Promise<SessionView> =>
  conversation.rpc.call(conversationRpc.startSession, { user_id, type: 'chat', off_the_record });

/** Says some lines in a session of their own. */
const evening = async (
  user_id: string,
  lines: readonly string[],
  off_the_record = false,
): Promise<string> => {
  const { id: session_id } = await start(user_id, off_the_record);
  for (const text of lines) await talk(conversation.rpc, { user_id, session_id }, { text });
  await conversation.rpc.call(conversationRpc.endSession, { user_id, id: session_id });
  return session_id;
};

const search = (user_id: string, q: string, limit = 5): Promise<MessageListView> =>
  conversation.rpc.call(conversationRpc.searchMessages, { user_id, q, limit });

const foundBy = async (user_id: string, q: string): Promise<string[]> =>
  (await search(user_id, q)).items.filter(({ role }) => role === 'user').map(({ text }) => text);

describe('a search', () => {
  it.each([
    ['Devanagari by Hinglish', 'मेरी बहन की शादी लखनऊ में है', 'behen ki shaadi kahan hai'],
    ['Hinglish by Devanagari', 'meri behen ki shadi lucknow mein hai', 'बहन की शादी कहाँ है'],
    ['Hinglish by another spelling', 'mujhe moongphali se allergy hai', 'mungfali ki elergy'],
    ['Hindi by English', 'मेरे भाई का जन्मदिन मार्च में है', "when is my brother's birthday"],
    ['English by Hinglish', 'My mother is a teacher in Pune', 'mummy kya karti hain'],
  ])('finds %s', async (_how, said, asked) => {
    const user_id = await newUser();
    await evening(user_id, ['aaj bahut garmi thi', said, 'chalo phir baat karte hain']);
    expect((await foundBy(user_id, asked))[0]).toBe(said);
  });

  it('shows messages as they are, the best first', async () => {
    const user_id = await newUser();
    const session_id = await evening(user_id, ['I play the tabla on Sundays', 'good night']);
    const { items } = await search(user_id, 'tabla');
    expect(items[0]).toEqual({
      id: expect.any(String),
      session_id,
      role: 'user',
      tag: 'general',
      text: 'I play the tabla on Sundays',
      created_at: expect.stringMatching(/Z$/),
    });
  });

  it('finds nothing of what was never said, nothing of others, and nothing in an empty life', async () => {
    const [one, other] = [await newUser(), await newUser()];
    await evening(one, ['my parrot is called Mithu', 'I work in a bank']);
    expect(await search(one, 'quantum chromodynamics')).toEqual({ items: [] });
    expect(await search(other, 'parrot Mithu')).toEqual({ items: [] });
    expect(await search(one, '!!! ???')).toEqual({ items: [] });
  });

  it('finds what was stored a moment ago, by whomever, and however long ago it was said', async () => {
    const user_id = await newUser();
    const { id: session_id } = await create.session(database, { user_id, ended_at: new Date() });
    expect(await foundBy(user_id, 'parrot')).toEqual([]);
    for (const [text, at] of [
      ['the parrot flew away', '2020-01-01'],
      ['the parrot came back', '2026-01-01'],
    ] as const)
      await database.rows(
        `INSERT INTO messages (session_id, user_id, role, text, created_at) VALUES ($1, $2, 'user', $3, $4)`,
        [session_id, user_id, text, at],
      );
    expect(await foundBy(user_id, 'parrot')).toEqual(
      expect.arrayContaining(['the parrot came back', 'the parrot flew away']),
    );
    await create.message(database, { session_id, user_id, text: 'the parrot eats chillies' });
    expect(await foundBy(user_id, 'parrot')).toHaveLength(3);
  });

  it('finds nothing of a deleted message or session any more', async () => {
    const user_id = await newUser();
    const session_id = await evening(user_id, ['the parrot flew away', 'I work in a bank']);
    const of = (await search(user_id, 'parrot')).items.filter(({ text }) => text.includes('parrot'));
    for (const { id } of of) await conversation.rpc.call(conversationRpc.deleteMessage, { user_id, id });
    expect(of.length).toBeGreaterThan(0);
    expect(await foundBy(user_id, 'parrot flew')).toEqual([]);
    expect(await foundBy(user_id, 'bank')).toEqual(['I work in a bank']);
    await conversation.rpc.call(conversationRpc.deleteSession, { user_id, id: session_id });
    expect(await search(user_id, 'bank')).toEqual({ items: [] });
    expect(await database.rows('SELECT 1 FROM message_search WHERE user_id = $1', [user_id])).toEqual([]);
  });

  it('keeps how messages were read, so that they are not read again', async () => {
    const user_id = await newUser();
    await evening(user_id, ['मेरी बहन पुणे में है']);
    await search(user_id, 'pune');
    await eventually(async () => {
      const rows = await database.rows<{ norm: string }>(
        `SELECT s.norm FROM message_search s JOIN messages m ON m.id = s.message_id WHERE s.user_id = $1 AND m.role = 'user'`,
        [user_id],
      );
      expect(rows).toEqual([{ norm: 'bahan pune' }]);
    });
  });
});

describe('a session off the record', () => {
  it('is said to be one, and is found by nobody', async () => {
    const user_id = await newUser();
    await evening(user_id, ['my password hint is the parrot Mithu'], true);
    await evening(user_id, ['I have a parrot']);
    expect(await foundBy(user_id, 'parrot Mithu')).toEqual(['I have a parrot']);
    expect(await start(user_id, true)).toMatchObject({ off_the_record: true });
    expect(await start(user_id)).toMatchObject({ off_the_record: false });
    const kept = await database.rows<{ norm: string }>('SELECT norm FROM message_search WHERE user_id = $1', [
      user_id,
    ]);
    expect(kept.filter(({ norm }) => norm.includes('mithu'))).toEqual([]);
  });
});
