import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, type MessageView, type TranscriptView } from '@saathi/contracts';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startConversation, type RunningConversation } from './running-conversation.js';

let database: TestDatabase;
let nats: TestNats;
let conversation: RunningConversation;

beforeAll(async () => {
  [database, nats] = await Promise.all([TestDatabase.create(), TestNats.start()]);
  conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
  });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const newSession = async (): Promise<{ id: string; user_id: string }> =>
  create.session(database, { user_id: (await create.user(database)).id });

const read = async (user_id: string, id: string): Promise<TranscriptView[]> => {
  const parts: TranscriptView[] = [];
  for await (const part of conversation.rpc.stream(conversationRpc.getTranscript, { user_id, id }))
    parts.push(part);
  return parts;
};

const saidIn = (parts: readonly TranscriptView[]): MessageView[] => parts.flatMap(({ messages }) => messages);

/** Many messages of one length, all at one instant; the ids tell their order. */
const fill = (session: { id: string; user_id: string }, count: number, text: string): Promise<object[]> =>
  database.rows(
    `INSERT INTO messages (id, session_id, user_id, role, text, created_at)
     SELECT ('00000000-0000-7000-8000-' || lpad((n + $5::bigint)::text, 12, '0'))::uuid, $1, $2, 'user', $3,
       '2026-01-01T10:00:00.123456Z' FROM generate_series(1, $4) n ORDER BY n DESC`,
    [session.id, session.user_id, text, count, Math.floor(Math.random() * 1e11)],
  );

describe('the transcript of a session', () => {
  it('says when it was held and what was said, in order', async () => {
    const session = await newSession();
    await create.message(database, { session_id: session.id, user_id: session.user_id, text: 'नमस्ते' });
    await create.message(database, {
      session_id: session.id,
      user_id: session.user_id,
      role: 'ai',
      text: 'Hi\n',
    });
    expect(await read(session.user_id, session.id)).toEqual([
      {
        session_id: session.id,
        started_at: expect.stringMatching(/Z$/),
        ended_at: null,
        messages: [
          expect.objectContaining({ role: 'user', text: 'नमस्ते', session_id: session.id }),
          expect.objectContaining({ role: 'ai', text: 'Hi\n' }),
        ],
      },
    ]);
  });

  it('is one empty part when nothing was said', async () => {
    const { user_id, id } = await newSession();
    const parts = await read(user_id, id);
    expect(parts.map(({ session_id, messages }) => [session_id, messages])).toEqual([[id, []]]);
  });

  it.each([
    ['long', 450, '\u0001'.repeat(4000)],
    ['short', 1001, 'ok'],
  ])('holds every one of many %s messages once, in order', async (_kind, count, text) => {
    const session = await newSession();
    await fill(session, count, text);
    const parts = await read(session.user_id, session.id);
    const ids = saidIn(parts).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(count);
    expect(parts.length).toBeGreaterThan(1);
    expect(saidIn(parts).every((message) => message.text === text)).toBe(true);
  });

  it('is nobody else’s', async () => {
    const { id, user_id } = await newSession();
    const stranger = await create.user(database);
    await expect(read(stranger.id, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(user_id, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });
});
