import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { create, TestDatabase } from '@saathi/testing';

let database: TestDatabase;

beforeAll(async () => {
  database = await TestDatabase.create();
});

afterAll(() => database.drop());

const usageOf = (user_id: string): Promise<{ total_messages: number; total_call_seconds: number }> =>
  database.row('SELECT total_messages, total_call_seconds FROM usage_stats WHERE user_id = $1', [user_id]);

const say = async (session: { id: string; user_id: string }, role: 'user' | 'ai'): Promise<void> => {
  await database.rows(`INSERT INTO messages (session_id, user_id, role, text) VALUES ($1, $2, $3, 'x')`, [
    session.id,
    session.user_id,
    role,
  ]);
};

const call = (
  session: { id: string; user_id: string },
  seconds: number,
): Promise<{ id: string; duration_seconds: number }> =>
  database.row(
    `INSERT INTO calls (session_id, user_id, started_at, ended_at)
     VALUES ($1, $2, now(), now() + make_interval(secs => $3)) RETURNING id, duration_seconds`,
    [session.id, session.user_id, seconds],
  );

describe('the usage of a person', () => {
  it('begins with an empty row', async () => {
    const user = await create.user(database);
    expect(await usageOf(user.id)).toEqual({ total_messages: 0, total_call_seconds: 0 });
  });

  it('counts what they say in chats, and nothing else', async () => {
    const user = await create.user(database);
    const chat = await create.session(database, { user_id: user.id });
    const phone = await create.session(database, { user_id: user.id, type: 'call' });
    await say(chat, 'user');
    await say(chat, 'ai');
    await say(chat, 'user');
    await say(phone, 'user');
    expect(await usageOf(user.id)).toMatchObject({ total_messages: 2 });
  });

  it('does not shrink when a message is deleted', async () => {
    const user = await create.user(database);
    const chat = await create.session(database, { user_id: user.id });
    await say(chat, 'user');
    await database.rows('DELETE FROM messages WHERE session_id = $1', [chat.id]);
    expect(await usageOf(user.id)).toMatchObject({ total_messages: 1 });
  });

  it('does not count a message that was rolled back', async () => {
    const user = await create.user(database);
    const chat = await create.session(database, { user_id: user.id });
    await database.rows(
      `DO $$ BEGIN
         INSERT INTO messages (session_id, user_id, role, text) VALUES ('${chat.id}', '${user.id}', 'user', 'x');
         RAISE EXCEPTION 'undo';
       EXCEPTION WHEN raise_exception THEN NULL; END $$`,
    );
    expect(await usageOf(user.id)).toMatchObject({ total_messages: 0 });
  });

  it('counts though its row is missing', async () => {
    const user = await create.user(database);
    const chat = await create.session(database, { user_id: user.id });
    await database.rows('DELETE FROM usage_stats WHERE user_id = $1', [user.id]);
    await say(chat, 'user');
    expect(await usageOf(user.id)).toMatchObject({ total_messages: 1 });
  });
});

describe('the seconds of a call', () => {
  it('are whole, rounded down, and follow its end as it moves forward', async () => {
    const user = await create.user(database);
    const session = await create.session(database, { user_id: user.id, type: 'call' });
    const { id, duration_seconds } = await call(session, 0);
    expect(duration_seconds).toBe(0);
    const moveTo = (seconds: number) =>
      database.row(
        `UPDATE calls SET ended_at = started_at + make_interval(secs => $2) WHERE id = $1 RETURNING duration_seconds`,
        [id, seconds],
      );
    // Heartbeats at 5, 10, a late one of 7, 15 s, and the end at 16.2 s.
    const durations = [];
    for (const seconds of [5, 10, 7, 15, 16.2]) durations.push((await moveTo(seconds)).duration_seconds);
    expect(durations).toEqual([5, 10, 10, 15, 16]);
    expect(await usageOf(user.id)).toMatchObject({ total_call_seconds: 16 });
    await call(session, 42.4);
    expect(await usageOf(user.id)).toEqual({ total_messages: 0, total_call_seconds: 58 });
  });

  it('are never negative', async () => {
    const user = await create.user(database);
    const session = await create.session(database, { user_id: user.id, type: 'call' });
    expect(await call(session, -30)).toMatchObject({ duration_seconds: 0 });
  });
});
