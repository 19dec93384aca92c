import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { events } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { SummariesCommandModule } from '../src/summaries-command.module.js';
import { UpkeepService } from '../src/upkeep/upkeep.service.js';
import { evenings } from './evenings.js';
import { startSummary, type RunningSummary } from './running-summary.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let summary: RunningSummary;
let command: INestApplicationContext;
let upkeep: UpkeepService;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
  const environment = database.environmentOf('summary');
  summary = await startSummary({
    ...environment,
    ...nats.environmentOf('summary'),
    OPENAI_BASE_URL: model.base_url,
    SWEEP_INTERVAL_SECONDS: '1',
  });
  const address = { DATABASE_URL: environment['DATABASE_URL'] ?? '' };
  command = await NestFactory.createApplicationContext(SummariesCommandModule.with(address), {
    logger: false,
  });
  upkeep = command.get(UpkeepService);
});

afterAll(async () => {
  await command.close();
  await model.close();
  await summary.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

/** Lets somebody talk; the end is not told. */
const talked = async (user_id: string, lines: readonly string[]): Promise<string> => {
  const { id } = await create.session(database, { user_id });
  for (const text of lines) await create.message(database, { session_id: id, user_id, text });
  await database.rows('UPDATE sessions SET ended_at = clock_timestamp() WHERE id = $1', [id]);
  return id;
};

const becomes = (session_id: string, status: string): Promise<void> =>
  eventually(async () => {
    const [row] = await database.rows('SELECT status FROM session_summaries WHERE session_id = $1', [
      session_id,
    ]);
    expect(row).toEqual({ status });
  }, 8000);

describe('dead letters', () => {
  it('are replayed by hand: the session is summarised once, and the letter does not come again', async () => {
    const { id: user_id } = await create.user(database);
    const session_id = await talked(user_id, evenings.honest);
    // Given up: as after too many tries.
    await database.rows(
      `INSERT INTO session_summaries (session_id, user_id, status, tries, next_try_at) VALUES ($1, $2, 'failed', 25, now())
       ON CONFLICT (session_id) DO UPDATE SET status = 'failed', tries = 25, next_try_at = now()`,
      [session_id, user_id],
    );
    await summary.events.publish(events.eventDeadLettered, {
      user_id,
      subject: 'event.session.ended',
      consumer: 'summary',
      payload: JSON.stringify({ user_id, session_id }),
      reason: 'UnusableExtraction',
      deliveries: 5,
      failed_at: new Date().toISOString(),
    });
    await eventually(async () => {
      expect((await upkeep.deadLetters()).map((letter) => letter.session_id)).toContain(session_id);
    });
    expect(await upkeep.replayDeadLetters()).toEqual({ letters: 1, sessions: 1, left: 0 });
    await becomes(session_id, 'ready');
    expect(await upkeep.replayDeadLetters()).toEqual({ letters: 0, sessions: 0, left: 0 });
    expect(await upkeep.deadLetters()).toEqual([]);
    expect(
      await database.rows('SELECT 1 FROM confidence_events WHERE session_id = $1', [session_id]),
    ).toHaveLength(1);
  });
});

describe('a rebuild', () => {
  const stateOf = (user_id: string): Promise<object[]> =>
    database.rows(
      `SELECT to_jsonb(l) - 'updated_at' AS latest, (
         SELECT json_agg(json_build_array(c.q, c.delta, c.before, c.after) ORDER BY c.after)
         FROM confidence_events c WHERE c.user_id = l.user_id
       ) AS ledger, (
         SELECT json_agg(json_build_array(s.top_3_traits_you_value, s.confidence_score) ORDER BY s.ended_at)
         FROM sessions s WHERE s.user_id = l.user_id
       ) AS sessions FROM user_summary_latest l WHERE user_id = $1`,
      [user_id],
    );

  it('brings back what was spoilt, and leaves what is right', async () => {
    const { id: user_id } = await create.user(database);
    for (const lines of [evenings.honest, evenings.hindi, evenings.honest])
      await becomes(await talked(user_id, lines), 'ready');
    const right = await stateOf(user_id);
    expect(await upkeep.rebuildSummaries()).toBeGreaterThan(0);
    expect(await stateOf(user_id)).toEqual(right);
    await database.rows(
      `UPDATE user_summary_latest SET top_3_traits_you_value = '{spoilt}', confidence_score = 1 WHERE user_id = $1`,
      [user_id],
    );
    await database.rows(
      'UPDATE sessions SET top_3_traits_you_value = NULL, confidence_score = 2 WHERE user_id = $1',
      [user_id],
    );
    await database.rows('DELETE FROM confidence_events WHERE user_id = $1', [user_id]);
    await upkeep.rebuildSummaries();
    expect(await stateOf(user_id)).toEqual(right);
  });
});
