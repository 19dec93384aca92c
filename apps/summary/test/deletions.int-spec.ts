import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { events, summaryRpc, type SummaryView } from '@saathi/contracts';
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

interface Session {
  readonly id: string;
  readonly user_id: string;
}

const newUser = async (): Promise<string> => (await create.user(database)).id;

/** Ended so many minutes ago, and not told of: young sessions are not swept yet. */
const talked = async (user_id: string, lines: readonly string[], ago = 0): Promise<Session> => {
  const session = await create.session(database, { user_id, ended_at: new Date(Date.now() - ago * 60_000) });
  for (const text of lines) await create.message(database, { session_id: session.id, user_id, text });
  return session;
};

const tellEnded = ({ id, user_id }: Session): Promise<void> =>
  summary.events.publish(events.sessionEnded, { user_id, session_id: id });

const tellDeleted = ({ id, user_id }: Session): Promise<void> =>
  summary.events.publish(events.sessionDeleted, { user_id, session_id: id });

/** As the conversation service deletes: after the lock of the person. */
const deleteRow = ({ id, user_id }: Session): Promise<object[]> =>
  database.rows(
    'WITH locked AS MATERIALIZED (SELECT lock_person($1)) DELETE FROM sessions USING locked WHERE id = $2',
    [user_id, id],
  );

const messageSaying = async ({ id }: Session, text: string): Promise<string> => {
  const { id: message } = await database.row<{ id: string }>(
    'SELECT id FROM messages WHERE session_id = $1 AND text = $2',
    [id, text],
  );
  return message;
};

const deleteMessage = async (session: Session, message_id: string): Promise<void> => {
  await database.rows('DELETE FROM messages WHERE id = $1', [message_id]);
  const { user_id, id: session_id } = session;
  await summary.events.publish(events.messageDeleted, { user_id, session_id, message_id });
};

const summarised = async (session: Session): Promise<void> => {
  await tellEnded(session);
  await eventually(async () => {
    const row = await database.row('SELECT status FROM session_summaries WHERE session_id = $1', [
      session.id,
    ]);
    expect(row).toEqual({ status: 'ready' });
  }, 4500);
};

/** Everything that was learned, without what differs between two lives of the same content. */
const learnedOf = async (user_id: string): Promise<object> => {
  const latest = await database.rows(
    `SELECT partner_type_one_liner, top_3_traits_you_value, what_you_might_work_on, next_time_focus,
       love_language_guess, communication_fit, confidence_score FROM user_summary_latest WHERE user_id = $1`,
    [user_id],
  );
  const sessions = await database.rows(
    `SELECT s.top_3_traits_you_value, s.love_language_guess, s.confidence_score, c.q, c.delta, c.before, c.after
     FROM sessions s LEFT JOIN confidence_events c ON c.session_id = s.id
     WHERE s.user_id = $1 ORDER BY s.ended_at, s.id`,
    [user_id],
  );
  return { latest, sessions };
};

const summaryOf = (user_id: string): Promise<SummaryView> =>
  summary.rpc.call(summaryRpc.getSummary, { user_id });

const nothingToFollow = (user_id: string): Promise<void> =>
  eventually(async () => {
    expect(await database.rows('SELECT 1 FROM summaries_to_merge WHERE user_id = $1', [user_id])).toEqual([]);
  }, 4500);

const told = (user_id: string): unknown[] =>
  summary.told
    .filter((item) => item.subject === 'event.summary.updated' && item.user_id === user_id)
    .map(({ payload }) => payload);

/** The same disorder for the same seed. */
const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  let state = seed;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648);
  return items
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
};

const LIVES = [evenings.honest, evenings.hinglish, evenings.hindi, evenings.honest, evenings.hinglish];

/** Sessions in the order of `LIVES`, as far as they are wanted. */
const live = async (user_id: string, wanted: (index: number) => boolean): Promise<Session[]> => {
  const sessions: Session[] = [];
  for (const [index, lines] of LIVES.entries())
    if (wanted(index)) sessions.push(await talked(user_id, lines, LIVES.length - index));
  return sessions;
};

describe('deleted sessions', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'leave what would be had they never been, whatever order it comes in (%d)',
    async (seed) => {
      const order = shuffled([0, 1, 2, 3, 4], seed);
      const gone = new Set(order.slice(0, 1 + (seed % 4)));
      const [user_id, twin] = [await newUser(), await newUser()];
      for (const session of await live(twin, (index) => !gone.has(index))) await summarised(session);

      const sessions = await live(user_id, () => true);
      const deleted = sessions.filter((_, index) => gone.has(index));
      const [early, late] = [deleted.slice(0, 1), deleted.slice(1)];
      // One goes before the others are summarised, the others while the last summaries are written.
      for (const session of sessions.slice(0, 3)) await summarised(session);
      for (const session of early) await deleteRow(session);
      await Promise.all([
        ...shuffled(sessions, seed).map(tellEnded),
        ...shuffled([...deleted, ...deleted], seed).map(tellDeleted),
        ...late.map(deleteRow),
      ]);
      await Promise.all(deleted.flatMap((session) => [tellDeleted(session), tellEnded(session)]));
      await eventually(async () => {
        expect(await learnedOf(user_id)).toEqual(await learnedOf(twin));
      }, 8000);
      await nothingToFollow(user_id);
      expect(await learnedOf(user_id)).toEqual(await learnedOf(twin));
    },
    20_000,
  );

  it('leave the summary though nobody was told', async () => {
    const [user_id, twin] = [await newUser(), await newUser()];
    for (const session of await live(twin, (index) => index !== 1)) await summarised(session);
    const sessions = await live(user_id, () => true);
    for (const session of sessions) await summarised(session);
    await database.rows('DELETE FROM sessions WHERE id = $1', [sessions[1]?.id]);
    await eventually(async () => {
      expect(await learnedOf(user_id)).toEqual(await learnedOf(twin));
    }, 4500);
  }, 20_000);

  it('leave nothing when they were the only ones, and that is told', async () => {
    const user_id = await newUser();
    const before = await summaryOf(user_id);
    const session = await talked(user_id, evenings.honest);
    await summarised(session);
    await deleteRow(session);
    await tellDeleted(session);
    await eventually(async () => {
      expect(await summaryOf(user_id)).toEqual(before);
      expect(told(user_id).at(-1)).toEqual({ user_id, session_id: session.id, confidence_score: null });
    });
    expect(await learnedOf(user_id)).toEqual({ latest: [], sessions: [] });
  });

  it('change nothing when nothing was learned from them', async () => {
    const user_id = await newUser();
    const kept = await talked(user_id, evenings.honest, 2);
    await summarised(kept);
    const before = await summaryOf(user_id);
    const unheard = await talked(user_id, ['too short']);
    await deleteRow(unheard);
    await tellDeleted(unheard);
    await tellEnded(unheard);
    const last = await talked(user_id, evenings.honest, 1);
    await summarised(last);
    await deleteRow(last);
    await tellDeleted(last);
    await eventually(async () => {
      expect(await summaryOf(user_id)).toEqual({ ...before, updated_at: expect.any(String) });
    });
  });

  it('leave nothing when they go while they are read', async () => {
    const user_id = await newUser();
    const fault = { mode: 'slow_first_token', ms: 400, times: 1, match: 'summary' };
    await fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
    await fetch(`${model.url}/__log`, { method: 'DELETE' });
    const session = await talked(user_id, evenings.honest);
    await tellEnded(session);
    await eventually(async () => {
      const { items } = (await (await fetch(`${model.url}/__log`)).json()) as { items: unknown[] };
      expect(items.length).toBeGreaterThan(0);
    });
    await deleteRow(session);
    await tellDeleted(session);
    const next = await talked(user_id, evenings.hindi);
    await summarised(next);
    expect(await summaryOf(user_id)).toMatchObject({
      sessions_counted: 1,
      top_3_traits_you_value: ['ईमानदारी'],
    });
  });

  it('leave the companion as it has grown', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await summarised(session);
    const persona = (): Promise<object> => summary.rpc.call(summaryRpc.getPersona, { user_id });
    const grown = await persona();
    expect(grown).toMatchObject({ revision: 1 });
    await deleteRow(session);
    await tellDeleted(session);
    await eventually(async () => {
      expect((await summaryOf(user_id)).sessions_counted).toBe(0);
    });
    expect(await persona()).toEqual(grown);
  });
});

describe('a deleted person', () => {
  it('leaves nothing to follow', async () => {
    const user_id = await newUser();
    await summarised(await talked(user_id, evenings.honest));
    await database.rows('DELETE FROM users WHERE id = $1', [user_id]);
    expect(await database.rows('SELECT 1 FROM summaries_to_merge WHERE user_id = $1', [user_id])).toEqual([]);
  });
});

describe('a deleted message', () => {
  const HUG = 'I love it when someone hugs me';

  it('takes along what was learned from it alone, in its session as in the summary', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, evenings.honest);
    await summarised(session);
    const before = await summaryOf(user_id);
    expect(before.love_language_guess).toBe('touch');
    const hug = await messageSaying(session, HUG);
    await deleteMessage(session, hug);
    await deleteMessage(session, hug);
    await eventually(async () => {
      const after = await summaryOf(user_id);
      expect(after.love_language_guess).toBeNull();
      expect(after.evidence.flatMap(({ message_ids }) => message_ids)).not.toContain(hug);
    });
    const after = await summaryOf(user_id);
    expect(after.top_3_traits_you_value).toEqual(before.top_3_traits_you_value);
    expect(after.what_you_might_work_on).toEqual(before.what_you_might_work_on);
    const row = await database.row(
      'SELECT love_language_guess, top_3_traits_you_value, what_you_might_work_on FROM sessions WHERE id = $1',
      [session.id],
    );
    expect(row).toMatchObject({ love_language_guess: null, what_you_might_work_on: ['overthinking'] });
  });

  it('that others say as well takes only its weight', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, [...evenings.honest, HUG]);
    await summarised(session);
    const twice = await database.rows<{ id: string }>(
      'SELECT id FROM messages WHERE session_id = $1 AND text = $2',
      [session.id, HUG],
    );
    const [first, second] = twice.map(({ id }) => id);
    await database.rows(
      `UPDATE summary_evidence SET message_ids = $2, quoted_in = $2
       WHERE session_id = $1 AND field = 'love_language_guess'`,
      [session.id, [first, second]],
    );
    await deleteMessage(session, first ?? '');
    await eventually(async () => {
      const { evidence } = await summaryOf(user_id);
      expect(evidence).toContainEqual({
        field: 'love_language_guess',
        value: 'touch',
        session_id: session.id,
        message_ids: [second],
      });
    });
  });

  it('from which nothing was learned changes nothing', async () => {
    const user_id = await newUser();
    const session = await talked(user_id, [...evenings.honest, 'good night']);
    await summarised(session);
    const before = await summaryOf(user_id);
    await deleteMessage(session, await messageSaying(session, 'good night'));
    await deleteMessage(session, await messageSaying(session, HUG));
    await eventually(async () => {
      expect((await summaryOf(user_id)).love_language_guess).toBeNull();
    });
    expect((await summaryOf(user_id)).top_3_traits_you_value).toEqual(before.top_3_traits_you_value);
    expect(told(user_id)).toHaveLength(2);
  });

  it('is not learned from when it goes while its session is read', async () => {
    const user_id = await newUser();
    const fault = { mode: 'slow_first_token', ms: 400, times: 1, match: 'summary' };
    await fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
    await fetch(`${model.url}/__log`, { method: 'DELETE' });
    const session = await talked(user_id, evenings.honest);
    const hug = await messageSaying(session, HUG);
    await tellEnded(session);
    await eventually(async () => {
      const { items } = (await (await fetch(`${model.url}/__log`)).json()) as { items: unknown[] };
      expect(items.length).toBeGreaterThan(0);
    });
    await deleteMessage(session, hug);
    await eventually(async () => {
      expect((await summaryOf(user_id)).sessions_counted).toBe(1);
    });
    const { love_language_guess, evidence } = await summaryOf(user_id);
    expect(love_language_guess).toBeNull();
    expect(evidence.flatMap(({ message_ids }) => message_ids)).not.toContain(hug);
  });
});
