import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  baselinePrompt,
  conversationRpc,
  type MessagePage,
  type SessionPage,
  type SessionView,
  type StartedSessionView,
} from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
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
    OPENAI_MODEL: 'a-model',
    SESSION_IDLE_MINUTES: '10',
    SWEEP_INTERVAL_SECONDS: '1',
  });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const start = (user_id: string, idempotency_key?: string): Promise<StartedSessionView> =>
  conversation.rpc.call(conversationRpc.startSession, {
    user_id,
    type: 'chat',
    ...(idempotency_key === undefined ? {} : { idempotency_key }),
  });

const end = (user_id: string, id: string): Promise<SessionView> =>
  conversation.rpc.call(conversationRpc.endSession, { user_id, id });

const get = (user_id: string, id: string): Promise<SessionView> =>
  conversation.rpc.call(conversationRpc.getSession, { user_id, id });

const newUser = async (): Promise<string> => (await create.user(database)).id;

const endings = (session_id: string): unknown[] =>
  conversation.told
    .filter(({ subject }) => subject === 'event.session.ended')
    .map(({ payload }) => payload)
    .filter((payload) => (payload as { session_id?: string }).session_id === session_id);

describe('a new session', () => {
  it('is open, empty, and held with the companion as it now is', async () => {
    const user_id = await newUser();
    const session = await start(user_id);
    expect(session).toEqual({
      id: session.id,
      type: 'chat',
      disclosure: expect.stringContaining('AI'),
      started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      ended_at: null,
      summary_status: 'none',
      preview: null,
      off_the_record: false,
      partner_type_one_liner: null,
      top_3_traits_you_value: null,
      what_you_might_work_on: null,
      next_time_focus: null,
      love_language_guess: null,
      communication_fit: null,
      confidence_score: null,
      persona_snapshot: {
        ...baselinePrompt('sweet_supportive'),
        model: 'a-model',
        prompt_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('keeps its companion though that grows; the next one has the grown one', async () => {
    const user_id = await newUser();
    const before = await start(user_id);
    const grown = { ...baselinePrompt('sweet_supportive'), revision: 3, do: ['keep it short'] };
    await database.rows('UPDATE users SET persona_prompt = $2 WHERE id = $1', [user_id, grown]);
    const after = await start(user_id);
    const { disclosure: _shown, ...shown } = before;
    expect(await get(user_id, before.id)).toEqual(shown);
    expect(after.persona_snapshot).toMatchObject({ revision: 3, do: ['keep it short'] });
    expect(after.persona_snapshot.prompt_sha256).not.toBe(before.persona_snapshot.prompt_sha256);
  });

  it('is one, though it is asked for ten times at once with one key', async () => {
    const user_id = await newUser();
    const sessions = await Promise.all(Array.from({ length: 10 }, () => start(user_id, 'k')));
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(1);
    expect(await database.rows('SELECT 1 FROM sessions WHERE user_id = $1', [user_id])).toHaveLength(1);
  });

  it('is another one with another key, without a key, and for another person', async () => {
    const [user_id, other] = [await newUser(), await newUser()];
    const sessions = [
      await start(user_id, 'k'),
      await start(user_id, 'l'),
      await start(user_id),
      await start(user_id),
      await start(other, 'k'),
    ];
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(5);
  });

  it('is not found for somebody who is gone', async () => {
    await expect(start(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('ending a session', () => {
  it('is told once, and answered the same however often it is asked', async () => {
    const user_id = await newUser();
    const { id } = await start(user_id);
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => end(user_id, id)));
    expect(first?.ended_at).toMatch(/Z$/);
    for (const other of others) expect(other).toEqual(first);
    await eventually(() => {
      expect(endings(id)).toEqual([{ user_id, session_id: id }]);
    });
  });

  it.each([
    ['is skipped without words', [], 'skipped'],
    ['is skipped when only the companion spoke', ['ai'], 'skipped'],
    ['waits for its summary when the person spoke', ['user'], 'pending'],
  ] as const)('%s', async (_how, roles, summary_status) => {
    const user_id = await newUser();
    const { id } = await start(user_id);
    for (const role of roles) await create.message(database, { session_id: id, user_id, role });
    expect(await end(user_id, id)).toMatchObject({ summary_status });
  });

  it('stays skipped without words while the summary service looks at it', async () => {
    const user_id = await newUser();
    const { id } = await start(user_id);
    const ended = await end(user_id, id);
    await database.rows(
      `INSERT INTO session_summaries (session_id, user_id, status) VALUES ($1, $2, 'pending')`,
      [id, user_id],
    );
    expect(await get(user_id, id)).toEqual(ended);
  });
});

describe("somebody else's session", () => {
  it('is the same as none', async () => {
    const { id } = await start(await newUser());
    const stranger = await newUser();
    for (const session_id of [id, crypto.randomUUID()]) {
      await expect(get(stranger, session_id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(end(stranger, session_id)).rejects.toMatchObject({ code: 'not_found' });
      const listing = conversation.rpc.call(conversationRpc.listMessages, {
        user_id: stranger,
        session_id,
        limit: 20,
      });
      await expect(listing).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('is not ended by a stranger', async () => {
    const owner = await newUser();
    const { id } = await start(owner);
    await end(await newUser(), id).catch(() => undefined);
    expect(await get(owner, id)).toMatchObject({ ended_at: null });
  });
});

describe('the list of sessions', () => {
  /** All ids of all pages. */
  const listAll = async (user_id: string, limit: number, type?: 'chat' | 'call'): Promise<string[]> => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: SessionPage = await conversation.rpc.call(conversationRpc.listSessions, {
        user_id,
        limit,
        ...(type === undefined ? {} : { type }),
        ...(cursor === null ? {} : { cursor }),
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    return ids;
  };

  it('is newest first, page by page, even when several began at the same instant', async () => {
    const user_id = await newUser();
    for (let n = 0; n < 7; n += 1) await create.session(database, { user_id });
    await database.rows(`UPDATE sessions SET started_at = '2026-01-01T10:00:00.123456Z' WHERE user_id = $1`, [
      user_id,
    ]);
    const newest = await start(user_id);
    const ids = await listAll(user_id, 2);
    expect([ids.length, new Set(ids).size, ids[0]]).toEqual([8, 8, newest.id]);
    expect(await listAll(user_id, 100)).toEqual(ids);
  });

  it('says of each how the person began, but for what is nobody’s business', async () => {
    const user_id = await newUser();
    const begun = async (text: string, more: object = {}): Promise<string> => {
      const { id } = await conversation.rpc.call(conversationRpc.startSession, {
        user_id,
        type: 'chat',
        ...more,
      });
      for (const said of [text, 'and then?'])
        await create.message(database, { user_id, session_id: id, role: 'user', text: said });
      await end(user_id, id);
      return id;
    };
    const long =
      'kal office mein boss ne sabke saamne daanta aur mujhe samajh nahi aaya ki main kya kahun unse';
    await begun('hello Aarav');
    await begun(long);
    await begun('nobody is to know', { off_the_record: true });
    for (const { level, text } of [
      { level: 'ideation', text: 'I want to die' },
      { level: 'abuse', text: 'mera pati mujhe roz maarta hai' },
    ])
      await database.rows(
        `INSERT INTO safety_events (user_id, session_id, direction, level, source, action, locale)
         VALUES ($1, $2, 'in', $3, 'lexicon', 'helplines_shown', 'en-IN')`,
        [user_id, await begun(text), level],
      );
    await start(user_id);
    const { items } = await conversation.rpc.call(conversationRpc.listSessions, { user_id, limit: 10 });
    expect(items.map(({ preview }) => preview)).toEqual([
      null,
      null,
      null,
      null,
      'kal office mein boss ne sabke saamne daanta aur mujhe samajh nahi aaya ki main …',
      'hello Aarav',
    ]);
  });

  it('can be of one kind', async () => {
    const user_id = await newUser();
    const chat = await create.session(database, { user_id });
    const call = await create.session(database, { user_id, type: 'call' });
    expect(await listAll(user_id, 20, 'call')).toEqual([call.id]);
    expect(await listAll(user_id, 20, 'chat')).toEqual([chat.id]);
  });

  it('holds nobody else’s', async () => {
    await start(await newUser());
    expect(await listAll(await newUser(), 20)).toEqual([]);
  });

  it('refuses a cursor that it did not give out', async () => {
    const forged = { user_id: await newUser(), limit: 20, cursor: 'x' };
    await expect(conversation.rpc.call(conversationRpc.listSessions, forged)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });
});

describe('the transcript', () => {
  it('is in the order in which things were said, even when the clock stood still', async () => {
    const user_id = await newUser();
    const { id: session_id } = await create.session(database, { user_id });
    const ids = Array.from({ length: 9 }, (_, n) => `00000000-0000-7000-8000-00000000000${String(n)}`);
    for (const id of ids.toReversed()) {
      await database.rows(
        `INSERT INTO messages (id, session_id, user_id, role, text, created_at)
         VALUES ($1, $2, $3, 'user', 'x', '2026-01-01T10:00:00.123456Z')`,
        [id, session_id, user_id],
      );
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: MessagePage = await conversation.rpc.call(conversationRpc.listMessages, {
        user_id,
        session_id,
        limit: 4,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });
});

describe('an idle session', () => {
  const startedAgo = async (minutes: number): Promise<{ id: string; user_id: string }> => {
    const session = await create.session(database, { user_id: await newUser() });
    await database.rows(`UPDATE sessions SET started_at = now() - make_interval(mins => $2) WHERE id = $1`, [
      session.id,
      minutes,
    ]);
    return session;
  };

  it('ends by itself, and that is told', async () => {
    const idle = await startedAgo(11);
    await eventually(async () => {
      expect((await get(idle.user_id, idle.id)).ended_at).not.toBeNull();
      expect(endings(idle.id)).toEqual([{ user_id: idle.user_id, session_id: idle.id }]);
    }, 4000);
  });

  it('is none while it is young, something was said, or a reply is being written', async () => {
    const [young, lively, busy, idle] = [
      await startedAgo(9),
      await startedAgo(60),
      await startedAgo(60),
      await startedAgo(60),
    ];
    await create.message(database, { session_id: lively.id, user_id: lively.user_id });
    const { id } = await create.message(database, { session_id: busy.id, user_id: busy.user_id });
    await database.rows(`UPDATE messages SET created_at = now() - interval '59 minutes' WHERE id = $1`, [id]);
    await database.rows(
      `INSERT INTO turns (reply_id, session_id, user_id, user_message_id, lease_until)
       VALUES (gen_random_uuid(), $1, $2, $3, now() + interval '1 minute')`,
      [busy.id, busy.user_id, id],
    );
    await eventually(async () => {
      expect((await get(idle.user_id, idle.id)).ended_at).not.toBeNull();
    }, 4000);
    for (const session of [young, lively, busy])
      expect((await get(session.user_id, session.id)).ended_at).toBeNull();
  });
});
