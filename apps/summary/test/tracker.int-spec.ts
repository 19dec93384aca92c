import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { events, summaryRpc, type SummaryHistoryPage, type SummaryView } from '@saathi/contracts';
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
  await summary.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

/** Ended three seconds ago, so that nobody will tell of it any more. */
const talked = async (user_id: string, lines: readonly string[]): Promise<string> => {
  const ended_at = new Date(Date.now() - 3000);
  const { id } = await create.session(database, { user_id, ended_at });
  for (const text of lines) await create.message(database, { session_id: id, user_id, text });
  return id;
};

const newUser = async (): Promise<string> => (await create.user(database)).id;

const summaryOf = (user_id: string): Promise<SummaryView> =>
  summary.rpc.call(summaryRpc.getSummary, { user_id });

const countsSessions = (user_id: string, sessions: number): Promise<void> =>
  eventually(async () => {
    expect((await summaryOf(user_id)).sessions_counted).toBe(sessions);
  }, 4500);

const lettersAbout = (user_id: string): Promise<object[]> =>
  database.rows(
    'SELECT subject, consumer, reason, deliveries, payload FROM dead_letters WHERE user_id = $1',
    [user_id],
  );

describe('a session whose event was lost', () => {
  it('is found and summarised', async () => {
    const user_id = await newUser();
    await talked(user_id, evenings.honest);
    await countsSessions(user_id, 1);
  });

  it('is left alone while it is open', async () => {
    const user_id = await newUser();
    const { id } = await create.session(database, { user_id });
    for (const text of evenings.honest) await create.message(database, { session_id: id, user_id, text });
    const other = await newUser();
    await talked(other, evenings.honest);
    await countsSessions(other, 1);
    expect(await summaryOf(user_id)).toMatchObject({ sessions_counted: 0 });
  });
});

describe('the Summary Tracker', () => {
  it('is empty before the first summary', async () => {
    expect(await summaryOf(await newUser())).toEqual({
      partner_type_one_liner: null,
      top_3_traits_you_value: null,
      what_you_might_work_on: null,
      next_time_focus: null,
      love_language_guess: null,
      communication_fit: null,
      confidence_score: null,
      updated_at: null,
      evidence: [],
      feedback: [],
      sessions_counted: 0,
    });
  });

  it('shows what was learned and the evidence for what it shows, and for nothing else', async () => {
    const user_id = await newUser();
    const session_id = await talked(user_id, evenings.honest);
    await countsSessions(user_id, 1);
    const { evidence, top_3_traits_you_value, love_language_guess, confidence_score, updated_at } =
      await summaryOf(user_id);
    expect(top_3_traits_you_value).toHaveLength(3);
    expect(confidence_score).toBeGreaterThanOrEqual(5);
    expect(updated_at).toMatch(/Z$/);
    const traits = evidence
      .filter(({ field }) => field === 'top_3_traits_you_value')
      .map(({ value }) => value);
    expect([...traits].sort()).toEqual([...(top_3_traits_you_value ?? [])].sort());
    expect(evidence).toContainEqual({
      field: 'love_language_guess',
      value: love_language_guess,
      session_id,
      message_ids: [expect.any(String)],
    });
  });
});

describe('the history', () => {
  const page = (user_id: string, cursor?: string): Promise<SummaryHistoryPage> =>
    summary.rpc.call(summaryRpc.listHistory, {
      user_id,
      limit: 2,
      ...(cursor === undefined ? {} : { cursor }),
    });

  it('shows what each session taught and added, newest first, page by page', async () => {
    const user_id = await newUser();
    const ids: string[] = [];
    for (const lines of [evenings.honest, evenings.hinglish, evenings.hindi])
      ids.unshift(await talked(user_id, lines));
    await talked(user_id, ['too short']);
    await countsSessions(user_id, 3);
    const first = await page(user_id);
    const second = await page(user_id, first.next_cursor ?? '');
    expect([...first.items, ...second.items].map(({ session_id }) => session_id)).toEqual(ids);
    expect([first.items.length, second.next_cursor]).toEqual([2, null]);
    const [newest, before] = first.items;
    expect(newest).toMatchObject({
      top_3_traits_you_value: ['ईमानदारी'],
      ended_at: expect.stringMatching(/Z$/),
    });
    expect(Number(newest?.confidence_score)).toBeCloseTo(
      Number(before?.confidence_score) + Number(newest?.confidence_delta),
      6,
    );
  });

  it('of nobody is empty', async () => {
    expect(await page(await newUser())).toEqual({ items: [], next_cursor: null });
  });
});

describe('thirty evenings in a row', () => {
  it('raise the confidence by 5 to 10 each, never above 95, and the history tells what the ledger says', async () => {
    const user_id = await newUser();
    const lives = Object.values(evenings);
    for (let n = 0; n < 30; n += 1) await talked(user_id, lives[n % lives.length] ?? []);
    await eventually(async () => {
      expect((await summaryOf(user_id)).sessions_counted).toBe(30);
    }, 15_000);
    const { items } = await summary.rpc.call(summaryRpc.listHistory, { user_id, limit: 100 });
    const ledger = await database.rows<{ delta: number; after: number }>(
      `SELECT c.delta::float8, c.after::float8 FROM confidence_events c JOIN sessions s ON s.id = c.session_id
       WHERE c.user_id = $1 ORDER BY s.ended_at DESC, s.id DESC`,
      [user_id],
    );
    expect(items.map((item) => ({ delta: item.confidence_delta, after: item.confidence_score }))).toEqual(
      ledger,
    );
    expect((await summaryOf(user_id)).confidence_score).toBe(95);
    for (const { delta, after } of ledger.filter((entry) => entry.after < 95)) {
      expect(delta).toBeGreaterThanOrEqual(5);
      expect(delta).toBeLessThanOrEqual(10);
      expect(after).toBeLessThan(95);
    }
  }, 40_000);
});

describe('an event that cannot be handled', () => {
  it('is kept as a dead letter, and does not hold up those after it', async () => {
    const user_id = await newUser();
    const broken = { user_id, session_id: 7 } as never;
    await summary.events.publish(events.sessionEnded, broken);
    await eventually(async () => {
      expect(await lettersAbout(user_id)).toEqual([
        {
          subject: 'event.session.ended',
          consumer: 'summary',
          reason: 'validation_failed',
          deliveries: 1,
          payload: { user_id, session_id: 7 },
        },
      ]);
    });
  });

  it('is kept once, though it is told twice, from whichever application it comes', async () => {
    const user_id = await newUser();
    const letter = {
      user_id,
      subject: 'event.payment.updated',
      consumer: 'billing',
      payload: '{"a": 1}',
      reason: 'TypeError',
      deliveries: 5,
      failed_at: '2026-01-01T00:00:00.000Z',
    };
    for (const fact of ['one', 'two'])
      await summary.events.publish(events.eventDeadLettered, letter, `${user_id}${fact}`);
    const last = { ...letter, failed_at: '2026-01-01T00:00:01.000Z', reason: 'last' };
    await summary.events.publish(events.eventDeadLettered, last);
    await eventually(async () => {
      expect((await lettersAbout(user_id)).map((row) => (row as { reason: string }).reason).sort()).toEqual([
        'TypeError',
        'last',
      ]);
    });
  });
});
