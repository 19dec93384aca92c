import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { events, type Persona } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { createHash } from 'node:crypto';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { findingsOf } from '../src/merge/findings.js';
import { foldSummaries } from '../src/merge/fold-summaries.js';
import { evenings } from './evenings.js';
import { startSummary, type RunningSummary } from './running-summary.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let summary: RunningSummary;

const start = (): Promise<RunningSummary> =>
  startSummary({
    ...database.environmentOf('summary'),
    ...nats.environmentOf('summary'),
    OPENAI_BASE_URL: model.base_url,
  });

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 5, token_ms: 0 }),
  ]);
  summary = await start();
});

afterEach(async () => {
  await fetch(`${model.url}/__faults`, { method: 'DELETE' });
  await fetch(`${model.url}/__log`, { method: 'DELETE' });
});

afterAll(async () => {
  // First, since a question that hangs would keep the service from ending.
  await model.close();
  await summary.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

interface Session {
  readonly id: string;
  readonly user_id: string;
}

/** A session that ended so many minutes ago. */
const talked = async (
  user_id: string,
  lines: readonly string[],
  { ago = 0, persona = 'sweet_supportive' }: { ago?: number; persona?: Persona } = {},
): Promise<Session> => {
  const ended_at = new Date(Date.now() - ago * 60_000);
  const session = await create.session(database, { user_id, ended_at, persona });
  for (const text of lines) {
    await create.message(database, { session_id: session.id, user_id, text });
    await create.message(database, { session_id: session.id, user_id, role: 'ai', text: 'I want honesty.' });
  }
  return session;
};

const newUser = async (): Promise<string> => (await create.user(database)).id;

const tell = ({ id, user_id }: Session, factId?: string): Promise<void> =>
  summary.events.publish(events.sessionEnded, { user_id, session_id: id }, factId);

const statusOf = async ({ id }: Session): Promise<string | undefined> =>
  (await database.rows('SELECT status FROM session_summaries WHERE session_id = $1', [id]))[0]?.status;

const becomes = (session: Session, status: string): Promise<void> =>
  eventually(async () => {
    expect(await statusOf(session)).toBe(status);
  }, 4500);

const summarised = async (session: Session): Promise<void> => {
  await tell(session);
  await becomes(session, 'ready');
};

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify({ match: 'summary', ...fault }) });

const timesAsked = async (): Promise<number> =>
  ((await (await fetch(`${model.url}/__log`)).json()) as { items: unknown[] }).items.length;

const latestOf = (user_id: string): Promise<Record<string, unknown>> =>
  database.row(
    `SELECT partner_type_one_liner, top_3_traits_you_value, what_you_might_work_on, next_time_focus,
       love_language_guess, communication_fit, confidence_score::float8 FROM user_summary_latest WHERE user_id = $1`,
    [user_id],
  );

const ledgerOf = (user_id: string): Promise<object[]> =>
  database.rows(
    `SELECT c.session_id, c.q::float8, c.delta::float8, c.before::float8, c.after::float8
     FROM confidence_events c JOIN sessions s ON s.id = c.session_id
     WHERE c.user_id = $1 ORDER BY s.ended_at, s.id`,
    [user_id],
  );

const told = (subject: string, user_id: string): unknown[] =>
  summary.told
    .filter((item) => item.subject === subject && item.user_id === user_id)
    .map(({ payload }) => payload);

describe('a session that ended', () => {
  it('is summarised in the words of the person, with the messages that prove it', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await summarised(session);
    const row = await database.row('SELECT * FROM sessions WHERE id = $1', [session.id]);
    expect(row).toMatchObject({
      top_3_traits_you_value: expect.arrayContaining(['honesty']),
      what_you_might_work_on: ['overthinking'],
      next_time_focus: ['how the interview went'],
      love_language_guess: 'touch',
      partner_type_one_liner: expect.stringMatching(/^A partner to whom/),
    });
    expect(row.top_3_traits_you_value.length).toBeLessThanOrEqual(3);
    const [proof] = await database.rows(
      `SELECT m.text, m.role, e.quote_sha256 FROM summary_evidence e JOIN messages m ON m.id = ANY (e.message_ids)
       WHERE e.session_id = $1 AND e.field = 'love_language_guess'`,
      [session.id],
    );
    expect(proof).toEqual({
      text: 'I love it when someone hugs me',
      role: 'user',
      quote_sha256: createHash('sha256').update('I love it when someone hugs me').digest(),
    });
  });

  it('makes the Summary Tracker of the person, and that is told', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await summarised(session);
    const latest = await latestOf(user_id);
    expect(latest).toMatchObject({
      love_language_guess: 'touch',
      next_time_focus: ['how the interview went'],
    });
    await eventually(() => {
      expect(told('event.summary.updated', user_id)).toEqual([
        { user_id, session_id: session.id, confidence_score: latest['confidence_score'] },
      ]);
    });
  });

  it.each([
    ['is too short', evenings.honest.slice(0, 2)],
    ['has no words', []],
  ])('is skipped when it %s, and changes nothing', async (_how, lines) => {
    const user_id = await newUser();
    const session = await talked(user_id, lines);
    await tell(session);
    await becomes(session, 'skipped');
    expect(await database.rows('SELECT 1 FROM user_summary_latest WHERE user_id = $1', [user_id])).toEqual(
      [],
    );
    expect([await ledgerOf(user_id), await timesAsked()]).toEqual([[], 0]);
  });

  it('is not mined when somebody was in danger in it', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await database.rows(
      `INSERT INTO safety_events (user_id, session_id, direction, level, source, action)
       VALUES ($1, $2, 'in', 'ideation', 'lexicon', 'helplines_shown')`,
      [user_id, session.id],
    );
    await tell(session);
    await becomes(session, 'skipped');
    expect([await ledgerOf(user_id), await timesAsked()]).toEqual([[], 0]);
    expect(await database.rows('SELECT 1 FROM persona_versions WHERE user_id = $1', [user_id])).toEqual([]);
  });

  it('that taught nothing raises the confidence all the same', async () => {
    const user_id = await newUser();
    await summarised(await talked(user_id, evenings.plain));
    const latest = await latestOf(user_id);
    expect(latest).toMatchObject({ top_3_traits_you_value: null, love_language_guess: null });
    expect(latest['confidence_score']).toBeGreaterThanOrEqual(5);
    expect(latest['confidence_score']).toBeLessThanOrEqual(10);
  });
});

describe('a session told of more than once', () => {
  it('counts once, even when two instances of the service hear ten tellings of it', async () => {
    const second = await start();
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => tell(session, `telling-${session.id}-${String(n)}`)),
    );
    await becomes(session, 'ready');
    const [entry] = await ledgerOf(user_id);
    await tell(session);
    const next = await talked(user_id, evenings.plain);
    await summarised(next);
    expect((await ledgerOf(user_id))[0]).toEqual(entry);
    expect(await ledgerOf(user_id)).toHaveLength(2);
    const evidence = await database.rows('SELECT field, ord FROM summary_evidence WHERE session_id = $1', [
      session.id,
    ]);
    expect(new Set(evidence.map(({ field, ord }) => `${String(field)} ${String(ord)}`)).size).toBe(
      evidence.length,
    );
    const versions = await database.rows('SELECT 1 FROM persona_versions WHERE session_id = $1', [
      session.id,
    ]);
    expect(versions).toHaveLength(1);
    await eventually(() => {
      expect(told('event.summary.updated', user_id)).toHaveLength(2);
    });
    await second.stop();
  });

  it('is not counted again after it was summarised', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await summarised(session);
    const before = [await latestOf(user_id), await ledgerOf(user_id)];
    const asked = await timesAsked();
    await tell(session, 'again');
    await summarised(await talked(await newUser(), evenings.plain));
    expect([await latestOf(user_id), await ledgerOf(user_id)]).toEqual(before);
    expect(await timesAsked()).toBe(asked + 1);
  });
});

describe('a model that answers badly', () => {
  it('is asked once more, and then believed', async () => {
    await switchOn({ mode: 'bad_json', times: 1 });
    await summarised(await talked(await newUser(), evenings.honest));
    expect(await timesAsked()).toBe(2);
  });

  it.each(['bad_json', 'wrong_types'])(
    'twice, by %s, leaves the session failed until it is well',
    async (mode) => {
      await switchOn({ mode, times: 2 });
      const session = await talked(await newUser(), evenings.honest);
      await tell(session);
      await becomes(session, 'failed');
      await becomes(session, 'ready');
    },
  );

  it.each(['error_500', 'error_429', 'error_401', 'reset', 'hang'])(
    'not at all, by %s, leaves the session pending until it is back',
    async (mode) => {
      await switchOn({ mode });
      const session = await talked(await newUser(), evenings.honest);
      await tell(session);
      await eventually(async () => {
        expect(await timesAsked()).toBeGreaterThan(0);
      });
      expect(await statusOf(session)).toBe('pending');
      if (mode === 'hang') return;
      await fetch(`${model.url}/__faults`, { method: 'DELETE' });
      await becomes(session, 'ready');
    },
  );

  it.each(['foreign_ids', 'invented_quotes', 'huge_fields', 'injected'])(
    'with nothing but %s is asked once more, and then believed',
    async (mode) => {
      await switchOn({ mode, times: 1 });
      const user_id = await newUser();
      await summarised(await talked(user_id, evenings.honest));
      expect(await timesAsked()).toBe(2);
      expect(await latestOf(user_id)).toMatchObject({ love_language_guess: 'touch' });
    },
  );

  it.each(['foreign_ids', 'invented_quotes', 'huge_fields', 'injected'])(
    'twice, with nothing but %s, leaves no trace but a failed session',
    async (mode) => {
      const user_id = await newUser();
      await summarised(await talked(user_id, evenings.hindi));
      const memories = (): Promise<object[]> =>
        database.rows('SELECT id, text FROM memories WHERE user_id = $1 ORDER BY id', [user_id]);
      const before = [await latestOf(user_id), await ledgerOf(user_id), await memories()];
      await switchOn({ mode });
      const session = await talked(user_id, evenings.honest);
      await tell(session);
      await becomes(session, 'failed');
      expect([await latestOf(user_id), await ledgerOf(user_id), await memories()]).toEqual(before);
      for (const table of ['summary_evidence', 'persona_versions'])
        expect(await database.rows(`SELECT 1 FROM ${table} WHERE session_id = $1`, [session.id])).toEqual([]);
    },
  );
});

describe('several sessions', () => {
  it('merge to what the fold of their rows says', async () => {
    const user_id = await newUser();
    for (const lines of [evenings.honest, evenings.hinglish, evenings.hindi, evenings.honest])
      await summarised(await talked(user_id, lines));
    const rows = await database.rows<{ session_id: string; user_turns: number }>(
      `SELECT ss.session_id, ss.user_turns FROM session_summaries ss JOIN sessions s ON s.id = ss.session_id
       WHERE ss.user_id = $1 ORDER BY s.ended_at, s.id`,
      [user_id],
    );
    const evidence = await database.rows<{
      session_id: string;
      field: string;
      value: string;
      message_ids: string[];
    }>(
      'SELECT session_id, field, value, message_ids FROM summary_evidence WHERE user_id = $1 ORDER BY field, ord',
      [user_id],
    );
    const folded = foldSummaries(
      rows.map(({ session_id, user_turns }) => {
        const own = evidence.filter((item) => item.session_id === session_id);
        return {
          session_id,
          user_turns,
          findings: findingsOf((field) => own.filter((item) => item.field === field)),
        };
      }),
    );
    expect(await latestOf(user_id)).toEqual({ ...folded.fields, confidence_score: folded.confidence_score });
    expect(await ledgerOf(user_id)).toEqual(folded.ledger);
    expect(folded.ledger).toHaveLength(4);
  });

  it('give a ledger without gaps, in the order in which they ended, though they are summarised in another', async () => {
    const user_id = await newUser();
    const sessions = [
      await talked(user_id, evenings.honest, { ago: 30 }),
      await talked(user_id, evenings.hinglish, { ago: 20 }),
      await talked(user_id, evenings.hindi, { ago: 10 }),
    ];
    for (const session of sessions.toReversed()) await summarised(session);
    const ledger = (await ledgerOf(user_id)) as {
      session_id: string;
      delta: number;
      before: number;
      after: number;
    }[];
    expect(ledger.map(({ session_id }) => session_id)).toEqual(sessions.map(({ id }) => id));
    expect(ledger.map(({ before }) => before)).toEqual([0, ledger[0]?.after, ledger[1]?.after]);
    for (const { delta, before, after } of ledger) {
      expect(after - before).toBeCloseTo(delta, 6);
      expect(delta).toBeGreaterThanOrEqual(5);
      expect(delta).toBeLessThanOrEqual(10);
    }
    const shown = await database.rows(
      'SELECT confidence_score::float8 AS score FROM sessions WHERE user_id = $1 ORDER BY ended_at',
      [user_id],
    );
    expect(shown.map(({ score }) => score)).toEqual(ledger.map(({ after }) => after));
    expect((await latestOf(user_id))['confidence_score']).toBe(ledger[2]?.after);
  });

  it('of one person, summarised at the same moment, all count', async () => {
    const user_id = await newUser();
    const sessions = await Promise.all(
      [5, 4, 3, 2, 1].map((ago) => talked(user_id, evenings.honest, { ago })),
    );
    await Promise.all(sessions.map((session) => tell(session)));
    for (const session of sessions) await becomes(session, 'ready');
    const ledger = (await ledgerOf(user_id)) as { before: number; after: number }[];
    expect(ledger.map(({ before }) => before)).toEqual([0, ...ledger.slice(0, 4).map(({ after }) => after)]);
    expect((await latestOf(user_id))['confidence_score']).toBe(ledger[4]?.after);
  });
});
