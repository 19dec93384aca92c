import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { createService } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import type { INestMicroservice } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { AppModule } from '../../apps/conversation/src/app.module.js';
import { ConversationConfig } from '../../apps/conversation/src/conversation.config.js';
import { Recall } from '../../apps/conversation/src/memory/recall.service.js';
import { plainBm25, slidingWindow } from './finders.js';
import { makeHistory, type History } from './histories.js';
import { measure, type Finder } from './measures.js';
import { ourRecall } from './our-finder.js';

// `npm run bench:recall` prints what is recalled, by us and by what one would use otherwise, and how long it takes.
const SIZES = [1500, 6000];
const LIVES = [0, 1, 2];
const TURNS = 300;

let database: TestDatabase;
let nats: TestNats;
let service: INestMicroservice;

beforeAll(async () => {
  [database, nats] = await Promise.all([TestDatabase.create(), TestNats.start()]);
  const config = loadConfig(ConversationConfig, {
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    LOG_LEVEL: 'silent',
    OPENAI_API_KEY: 'none',
  });
  service = await createService('conversation', config, AppModule.with(config));
  await service.init();
});

afterAll(async () => {
  await service.close();
  await Promise.all([database.drop(), nats.stop()]);
});

/** What Postgres does without our help. */
const stockSearch: Finder = {
  name: 'Postgres FTS',
  open: async (history) => {
    const { ids, user_id } = await store(history);
    return async ({ cue }) => {
      const rows = await database.rows<{ id: string }>(
        `WITH asked AS (SELECT to_tsquery('simple', string_agg(quote_literal(word), ' | ')) AS query
           FROM unnest(tsvector_to_array(to_tsvector('simple', $2))) AS word)
         SELECT id FROM messages, asked WHERE user_id = $1 AND to_tsvector('simple', text) @@ asked.query
         ORDER BY ts_rank_cd(to_tsvector('simple', text), asked.query, 1) DESC, created_at DESC LIMIT 200`,
        [user_id, cue],
      );
      return rows.flatMap(({ id }) => ids.get(id) ?? []);
    };
  },
};

/** Puts a life into the database. */
const store = async ({
  messages,
}: History): Promise<{ user_id: string; session_id: string; ids: Map<string, number> }> => {
  const { id: user_id } = await create.user(database);
  const sessions = new Map<number, string>();
  const ids = new Map<string, number>();
  const rows: object[] = [];
  const start = Date.now() - messages.length * 60_000;
  for (const { id: n, session, role, text } of messages) {
    const session_id =
      sessions.get(session) ?? (await create.session(database, { user_id, ended_at: new Date() })).id;
    sessions.set(session, session_id);
    const id = randomUUID();
    ids.set(id, n);
    rows.push({ id, session_id, user_id, role, text, created_at: new Date(start + n * 60_000) });
  }
  await database.rows(
    `INSERT INTO messages (id, session_id, user_id, role, text, created_at)
     SELECT id, session_id, user_id, role::message_role_enum, text, created_at FROM jsonb_to_recordset($1::jsonb)
       AS m(id uuid, session_id uuid, user_id uuid, role text, text text, created_at timestamptz)`,
    [JSON.stringify(rows)],
  );
  const { id: session_id } = await create.session(database, { user_id });
  return { user_id, session_id, ids };
};

const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, n) => (n === 0 ? String(cell).padEnd(15) : String(cell).padStart(8))).join(' ');

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

describe.each(SIZES)('a life of %d messages', (size) => {
  it('is recalled', async () => {
    const lives = LIVES.map((seed) => makeHistory(seed, size));
    for (const finder of [slidingWindow, stockSearch, plainBm25, ourRecall]) {
      print(`\n${finder.name}, ${String(size)} messages`);
      print(line(['kind', 'cues', 'R@1', 'R@5', 'R@10', 'R@1000t', 'silent']));
      for (const [kind, of] of await measure(finder, lives))
        print(
          line([kind, of.cues, of.recall_1, of.recall_5, of.recall_10, of.recall_1000_tokens, of.silent]),
        );
    }
    expect(lives).toHaveLength(LIVES.length);
  }, 600_000);

  it('is recalled in time', async () => {
    const history = makeHistory(7, size);
    const { user_id, session_id } = await store(history);
    const recall = service.get(Recall, { strict: false });
    const took: number[] = [];
    const cues = history.questions.map(({ cue }) => cue);
    for (let n = 0; n <= TURNS; n += 1) {
      // A turn comes after the one before it was stored.
      await create.message(database, { session_id, user_id, text: cues[n % cues.length] ?? '' });
      const begun = performance.now();
      await recall.forTurn(user_id, session_id, cues[(n * 7) % cues.length] ?? '');
      took.push(performance.now() - begun);
    }
    const [first, ...others] = took;
    const sorted = others.sort((one, other) => one - other);
    const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
    print(
      `\nlatency at ${String(size)} messages: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, never read before ${(first ?? 0).toFixed(0)} ms`,
    );
    expect(sorted).toHaveLength(TURNS);
  }, 600_000);
});
