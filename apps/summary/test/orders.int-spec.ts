import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { events } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import fc from 'fast-check';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { evenings } from './evenings.js';
import { startSummary, type RunningSummary } from './running-summary.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let instances: RunningSummary[];

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
  const start = (): Promise<RunningSummary> =>
    startSummary({
      ...database.environmentOf('summary'),
      ...nats.environmentOf('summary'),
      OPENAI_BASE_URL: model.base_url,
      SWEEP_INTERVAL_SECONDS: '1',
    });
  instances = [await start(), await start()];
});

afterAll(async () => {
  await model.close();
  await Promise.all(instances.map((instance) => instance.stop()));
  await Promise.all([database.drop(), nats.stop()]);
});

const talks = Object.values(evenings);

/** Which evenings somebody had, in which order and how often their ends are told, and which one is deleted. */
const lives = fc.array(fc.nat(talks.length - 1), { minLength: 2, maxLength: 5 }).chain((held) =>
  fc.record({
    held: fc.constant(held),
    tellings: fc
      .array(fc.nat(held.length - 1), { maxLength: 4 })
      .chain((again) =>
        fc.shuffledSubarray([...held.keys(), ...again], { minLength: held.length + again.length }),
      ),
    deleted: fc.nat(held.length - 1),
  }),
);

interface Session {
  readonly id: string;
  readonly user_id: string;
}

const hold = async (held: readonly number[]): Promise<Session[]> => {
  const { id: user_id } = await create.user(database);
  const sessions: Session[] = [];
  for (const [n, talk] of held.entries()) {
    const ended_at = new Date(Date.now() - (held.length - n) * 60_000);
    const session = await create.session(database, { user_id });
    for (const text of talks[talk] ?? [])
      await create.message(database, { session_id: session.id, user_id, text });
    await database.rows('UPDATE sessions SET ended_at = $2 WHERE id = $1', [session.id, ended_at]);
    sessions.push(session);
  }
  return sessions;
};

const tell = async ({ id, user_id }: Session, factId: string): Promise<void> => {
  await instances[0]?.events.publish(events.sessionEnded, { user_id, session_id: id }, factId);
};

const settled = ([first, ...others]: readonly Session[]): Promise<void> =>
  eventually(async () => {
    const rows = await database.rows(
      `SELECT session_id FROM session_summaries WHERE user_id = $1 AND status = 'ready'`,
      [first?.user_id],
    );
    expect(rows).toHaveLength(others.length + 1);
  }, 15_000);

/** Everything that was learned, without what differs between two persons. */
const learned = async (user_id: string): Promise<object> => ({
  latest: await database.rows(
    `SELECT partner_type_one_liner, top_3_traits_you_value, what_you_might_work_on, next_time_focus,
       love_language_guess, communication_fit, confidence_score FROM user_summary_latest WHERE user_id = $1`,
    [user_id],
  ),
  ledger: await database.rows(
    `SELECT c.q, c.delta, c.before, c.after FROM confidence_events c JOIN sessions s ON s.id = c.session_id
     WHERE c.user_id = $1 ORDER BY s.ended_at, s.id`,
    [user_id],
  ),
});

describe('the ends of sessions', () => {
  it('lead to the same summary in whatever order and however often they are told, and a deleted one to none of itself', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async ({ held, tellings, deleted }) => {
        const [disordered, ordered] = [await hold(held), await hold(held)];
        await Promise.all(
          tellings
            .flatMap((n) => disordered[n] ?? [])
            .map((session, telling) => tell(session, `${session.id}-${String(telling)}`)),
        );
        for (const session of ordered) await tell(session, session.id);
        await Promise.all([settled(disordered), settled(ordered)]);
        const [one, other] = [disordered[0]?.user_id ?? '', ordered[0]?.user_id ?? ''];
        expect(await learned(one)).toEqual(await learned(other));

        const never = held.filter((_, n) => n !== deleted);
        const without = await hold(never);
        for (const session of without) await tell(session, session.id);
        await settled(without);
        const gone = disordered[deleted]?.id ?? '';
        await database.rows('DELETE FROM sessions WHERE id = $1', [gone]);
        await instances[0]?.events.publish(events.sessionDeleted, { user_id: one, session_id: gone });
        const expected = await learned(without[0]?.user_id ?? '');
        await eventually(async () => {
          expect(await learned(one)).toEqual(expected);
        }, 15_000);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
