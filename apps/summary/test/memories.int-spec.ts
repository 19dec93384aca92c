import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { events, summaryRpc, type MemoryPage, type MemoryView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { evenings } from './evenings.js';
import { startSummary, type RunningSummary } from './running-summary.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let summary: RunningSummary;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
  summary = await startSummary({
    ...database.environmentOf('summary'),
    ...nats.environmentOf('summary'),
    OPENAI_BASE_URL: model.base_url,
    SWEEP_INTERVAL_SECONDS: '1',
  });
});

afterAll(async () => {
  await model.close();
  await summary.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const FACTS = ['My sister is called Meera', 'I live in Pune', 'it rained today'];

const newUser = async (): Promise<string> => (await create.user(database)).id;

const talked = async (user_id: string, lines: readonly string[]): Promise<string> => {
  const { id } = await create.session(database, { user_id, ended_at: new Date() });
  for (const text of lines) await create.message(database, { session_id: id, user_id, text });
  return id;
};

const summarised = async (user_id: string, session_id: string, status = 'ready'): Promise<void> => {
  await summary.events.publish(events.sessionEnded, { user_id, session_id });
  await eventually(async () => {
    expect(
      await database.row('SELECT status FROM session_summaries WHERE session_id = $1', [session_id]),
    ).toEqual({ status });
  }, 4500);
};

const memoriesOf = (user_id: string, limit = 20, cursor?: string): Promise<MemoryPage> =>
  summary.rpc.call(summaryRpc.listMemories, { user_id, limit, ...(cursor === undefined ? {} : { cursor }) });

const textsOf = async (user_id: string): Promise<string[]> =>
  (await memoriesOf(user_id)).items.map(({ text }) => text).sort();

const add = (user_id: string, text: string, pinned?: boolean): Promise<MemoryView> =>
  summary.rpc.call(summaryRpc.addMemory, { user_id, text, ...(pinned === undefined ? {} : { pinned }) });

const forget = (user_id: string, id: string): Promise<unknown> =>
  summary.rpc.call(summaryRpc.forgetMemory, { user_id, id });

describe('what is remembered of an evening', () => {
  it('are lasting facts, with the messages they come from, once', async () => {
    const user_id = await newUser();
    const session_id = await talked(user_id, FACTS);
    await summarised(user_id, session_id);
    await summarised(user_id, await talked(user_id, FACTS));
    const { items } = await memoriesOf(user_id);
    expect(items.map(({ kind, text, pinned }) => [kind, text, pinned]).sort()).toEqual([
      ['fact', 'I live in Pune', false],
      ['person', 'My sister is called Meera', false],
    ]);
    const { text } = await database.row<{ text: string }>('SELECT text FROM messages WHERE id = $1', [
      items.find(({ kind }) => kind === 'fact')?.source_message_ids[0],
    ]);
    expect(text).toBe('I live in Pune');
  });

  it('goes with its last message, unless the person made it their own', async () => {
    const user_id = await newUser();
    const session_id = await talked(user_id, FACTS);
    await summarised(user_id, session_id);
    const { items } = await memoriesOf(user_id);
    const sister = items.find(({ kind }) => kind === 'person');
    await summary.rpc.call(summaryRpc.updateMemory, {
      user_id,
      id: sister?.id ?? '',
      text: 'My sister is called Mira',
    });
    await database.rows('DELETE FROM messages WHERE session_id = $1', [session_id]);
    expect(await textsOf(user_id)).toEqual(['My sister is called Mira']);
    await summary.events.publish(events.messageDeleted, {
      user_id,
      session_id,
      message_id: crypto.randomUUID(),
    });
    await eventually(async () => {
      const rows = await database.rows<{ text: string }>('SELECT text FROM memories WHERE user_id = $1', [
        user_id,
      ]);
      expect(rows.map(({ text }) => text)).toEqual(['My sister is called Mira']);
    }, 4500);
  });

  it('is nothing when it was off the record', async () => {
    const user_id = await newUser();
    const session_id = await talked(user_id, [...FACTS, ...evenings.honest]);
    await database.rows('INSERT INTO off_record_sessions (session_id, user_id) VALUES ($1, $2)', [
      session_id,
      user_id,
    ]);
    await summarised(user_id, session_id, 'skipped');
    expect(await textsOf(user_id)).toEqual([]);
    expect(await summary.rpc.call(summaryRpc.getSummary, { user_id })).toMatchObject({
      confidence_score: null,
      sessions_counted: 0,
    });
  });
});

describe('a memory that is forgotten', () => {
  it('is not learned again from the messages it came from, but from others', async () => {
    const user_id = await newUser();
    const session_id = await talked(user_id, FACTS);
    await summarised(user_id, session_id);
    for (const { id } of (await memoriesOf(user_id)).items) await forget(user_id, id);
    expect(await textsOf(user_id)).toEqual([]);
    await database.rows(`UPDATE session_summaries SET status = 'pending' WHERE session_id = $1`, [
      session_id,
    ]);
    for (const table of ['summary_evidence', 'persona_versions'])
      await database.rows(`DELETE FROM ${table} WHERE session_id = $1`, [session_id]);
    await summarised(user_id, session_id);
    expect(await textsOf(user_id)).toEqual([]);
    await summarised(user_id, await talked(user_id, ['I live in Pune', 'so tired', 'good night']));
    expect(await textsOf(user_id)).toEqual(['I live in Pune']);
  });
});

describe('a memory of one’s own', () => {
  it('is added, found again, corrected, pinned and forgotten', async () => {
    const user_id = await newUser();
    const memory = await add(user_id, '  I am allergic to peanuts ');
    expect(memory).toEqual({
      id: expect.any(String),
      kind: 'fact',
      text: 'I am allergic to peanuts',
      pinned: false,
      source_message_ids: [],
      created_at: expect.stringMatching(/Z$/),
    });
    expect(await add(user_id, 'i am allergic to PEANUTS!', true)).toEqual({ ...memory, pinned: true });
    const corrected = { user_id, id: memory.id, text: 'I am allergic to cashews' };
    expect(await summary.rpc.call(summaryRpc.updateMemory, corrected)).toEqual({
      ...memory,
      pinned: true,
      text: 'I am allergic to cashews',
    });
    const superseded = await database.rows(
      'SELECT text, superseded_by FROM memories WHERE user_id = $1 AND valid_to IS NOT NULL',
      [user_id],
    );
    expect(superseded).toEqual([{ text: 'I am allergic to peanuts', superseded_by: memory.id }]);
    await forget(user_id, memory.id);
    expect(await database.rows('SELECT 1 FROM memories WHERE user_id = $1', [user_id])).toEqual([]);
  });

  it('is nobody else’s to see or change', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const { id } = await add(one, 'I am allergic to peanuts');
    expect(await textsOf(other)).toEqual([]);
    for (const attempt of [
      forget(other, id),
      summary.rpc.call(summaryRpc.updateMemory, { user_id: other, id, pinned: true }),
      forget(one, crypto.randomUUID()),
      add(crypto.randomUUID(), 'x'),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    expect(await textsOf(one)).toEqual(['I am allergic to peanuts']);
  });

  it.each(['', '   ', 'x'.repeat(501)])('cannot be "%s"', async (text) => {
    await expect(add(await newUser(), text)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('is listed newest first, page by page', async () => {
    const user_id = await newUser();
    for (const text of ['one', 'two', 'three']) await add(user_id, text);
    const first = await memoriesOf(user_id, 2);
    const rest = await memoriesOf(user_id, 2, first.next_cursor ?? '');
    expect([...first.items, ...rest.items].map(({ text }) => text)).toEqual(['three', 'two', 'one']);
    expect(rest.next_cursor).toBeNull();
  });
});
