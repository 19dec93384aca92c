import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conversationRpc } from '@saathi/contracts';
import { create, TestDatabase, TestNats } from '@saathi/testing';
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
  });
});

beforeEach(async () => {
  await fetch(`${model.url}/__log`, { method: 'DELETE' });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const newUser = async (): Promise<string> => (await create.user(database)).id;

/** Says some lines in a session of their own, and ends it. */
const evening = async (
  user_id: string,
  lines: readonly string[],
  off_the_record = false,
): Promise<string> => {
  const { id: session_id } = await conversation.rpc.call(conversationRpc.startSession, {
    user_id,
    type: 'chat',
    off_the_record,
  });
  for (const text of lines) await talk(conversation.rpc, { user_id, session_id }, { text });
  await conversation.rpc.call(conversationRpc.endSession, { user_id, id: session_id });
  return session_id;
};

interface Asked {
  readonly body: { messages: { role: string; content: string }[]; stream?: boolean };
}

/** What the model was told besides the talk itself, the last time it was to speak. */
const lastSystem = async (): Promise<string> => {
  const { items } = (await (await fetch(`${model.url}/__log`)).json()) as { items: Asked[] };
  const spoke = items.findLast(({ body }) => body.stream === true);
  return spoke?.body.messages.find(({ role }) => role === 'system')?.content ?? '';
};

const SMALL_TALK = ['aaj bahut garmi thi', 'office mein kaam zyada tha', 'ab so jaati hoon'];

describe('the fifth evening', () => {
  it.each([
    ['मुझे मूंगफली से एलर्जी है', 'meri moongfali ki allergy yaad hai?'],
    ['meri behen ki shadi lucknow mein hai', 'बहन की शादी कहाँ है?'],
    ['My brother works on a ship', 'mera bhai kahan kaam karta hai?'],
  ])('knows what was said in the first: %s', async (said, asked) => {
    const user_id = await newUser();
    await evening(user_id, [said]);
    for (const line of SMALL_TALK) await evening(user_id, [line]);
    await evening(user_id, [asked]);
    expect(await lastSystem()).toContain(JSON.stringify(said));
  });

  it('is not reminded of anything by what was never said', async () => {
    const user_id = await newUser();
    await evening(user_id, ['My brother works on a ship']);
    for (const line of SMALL_TALK) await evening(user_id, [line]);
    await evening(user_id, ['which submarine carries the octopus?']);
    expect(await lastSystem()).not.toContain('What was said on other days');
  });

  it('has the pinned memories in mind, and those that fit', async () => {
    const user_id = await newUser();
    const remember = (text: string, pinned: boolean): Promise<unknown> =>
      database.rows(
        `INSERT INTO memories (id, user_id, kind, text, label, pinned, created_by)
         VALUES (gen_random_uuid(), $1, 'fact', $2, $2, $3, 'user')`,
        [user_id, text, pinned],
      );
    await remember('I cannot hear on the left', true);
    await remember('मेरी बेटी का नाम तारा है', false);
    await remember('I sold my car', false);
    await evening(user_id, ['meri beti Tara aaj bahut hansi']);
    const system = await lastSystem();
    expect(system).toContain('"I cannot hear on the left"\n"मेरी बेटी का नाम तारा है"\n');
    expect(system).not.toContain('sold my car');
  });

  it('knows nothing of what was off the record, deleted, or to be forgotten', async () => {
    const user_id = await newUser();
    await evening(user_id, ['my parrot Mithu bites the postman'], true);
    const deleted = await evening(user_id, ['my parrot Mithu sings at night']);
    await evening(user_id, ['my parrot Mithu hates mirrors']);
    await conversation.rpc.call(conversationRpc.deleteSession, { user_id, id: deleted });
    const [{ id } = { id: '' }] = await database.rows<{ id: string }>(
      `SELECT id FROM messages WHERE user_id = $1 AND text LIKE '%mirrors%' AND role = 'user'`,
      [user_id],
    );
    await database.rows(`INSERT INTO forgotten_messages (user_id, message_id) VALUES ($1, $2)`, [
      user_id,
      id,
    ]);
    await evening(user_id, ['do you remember my parrot Mithu?']);
    const system = await lastSystem();
    for (const word of ['postman', 'sings', '"my parrot Mithu hates mirrors"'])
      expect(system).not.toContain(word);
  });

  it('knows how long it was since the last', async () => {
    const user_id = await newUser();
    const { id: session_id } = await create.session(database, { user_id, ended_at: new Date() });
    await database.rows(
      `INSERT INTO messages (session_id, user_id, role, text, created_at) VALUES ($1, $2, 'user', 'good night', now() - interval '50 hours')`,
      [session_id, user_id],
    );
    await evening(user_id, ['hello again']);
    expect(await lastSystem()).toContain('2 days since you last spoke.');
  });
});
