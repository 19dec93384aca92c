import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { openTalk, talk, type Heard, type Place } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let second: ModelStandIn;
let stored: Stored;
const running: RunningConversation[] = [];

beforeAll(async () => {
  [database, nats, model, second] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 1, token_ms: 1 }),
    startModelStandIn({ first_token_ms: 1, token_ms: 1 }),
  ]);
  stored = new Stored(database);
});

beforeEach(async () => {
  for (const { url } of [model, second]) {
    await fetch(`${url}/__faults`, { method: 'DELETE' });
    await fetch(`${url}/__log`, { method: 'DELETE' });
  }
});

// Each test has a process of its own, whose breaker has seen nothing yet.
afterEach(async () => {
  await Promise.all(running.splice(0).map((conversation) => conversation.stop()));
});

afterAll(async () => {
  await Promise.all([database.drop(), nats.stop(), model.close(), second.close()]);
});

const start = async (environment: Record<string, string> = {}): Promise<RunningConversation> => {
  const conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
    OPENAI_TIMEOUT_MS: '8000',
    ...environment,
  });
  running.push(conversation);
  return conversation;
};

const newPlace = async (): Promise<Place> => {
  const { id: user_id } = await create.user(database);
  return { user_id, session_id: (await create.session(database, { user_id })).id };
};

const switchOn = (fault: object, at = model): Promise<Response> =>
  fetch(`${at.url}/__faults`, { method: 'POST', body: JSON.stringify({ match: 'chat', ...fault }) });

interface Asked {
  readonly at: string;
  readonly body: { readonly user: string };
}

const asked = async ({ url }: ModelStandIn = model): Promise<Asked[]> =>
  ((await (await fetch(`${url}/__log`)).json()) as { items: Asked[] }).items;

const say = async ({ rpc }: RunningConversation): Promise<{ place: Place; heard: Heard }> => {
  const place = await newPlace();
  return { place, heard: await talk(rpc, place) };
};

describe('a model in trouble', () => {
  it.each([
    ['answers 500', { mode: 'error_500' }],
    ['is busy', { mode: 'error_429', retry_after: 0 }],
    ['says nothing', { mode: 'empty' }],
    ['is cut before its first word', { mode: 'cut', tokens: 0 }],
  ])('that %s once is asked again, and nobody notices', async (_how, fault) => {
    await switchOn({ ...fault, times: 1 });
    const { place, heard } = await say(await start());
    expect(heard.failure).toBeUndefined();
    expect(await stored.messages(place)).toHaveLength(2);
    expect(await asked()).toHaveLength(2);
  });

  it('is asked three times at most', async () => {
    await switchOn({ mode: 'error_500', times: 9 });
    const { place, heard } = await say(await start());
    expect(heard.failure).toBe('model_unavailable');
    expect(await asked()).toHaveLength(3);
    expect([await stored.roles(place), await stored.counted(place)]).toEqual([['user'], 1]);
  });

  it('is given the time it asks for', async () => {
    await switchOn({ mode: 'error_429', retry_after: 2, times: 1 });
    expect((await say(await start())).heard.failure).toBeUndefined();
    const [first, again] = await asked();
    expect(Date.parse(again?.at ?? '') - Date.parse(first?.at ?? '')).toBeGreaterThanOrEqual(1900);
  });

  it.each([
    ['asks for more time than anybody waits', { mode: 'error_429', retry_after: 60 }],
    ['accepts no key', { mode: 'error_401' }],
    ['has begun to answer', { mode: 'cut', tokens: 2 }],
  ])('that %s is not asked again', async (_how, fault) => {
    await switchOn({ ...fault, times: 9 });
    expect((await say(await start())).heard.failure).toBe('model_unavailable');
    expect(await asked()).toHaveLength(1);
  });

  it('is left alone for a while when too many calls fail, and people are told at once', async () => {
    await switchOn({ mode: 'error_500', times: 99 });
    const conversation = await start();
    await Promise.all(Array.from({ length: 8 }, () => say(conversation)));
    const before = (await asked()).length;
    const { place, heard } = await say(conversation);
    expect(heard.failure).toBe('model_unavailable');
    expect(await asked()).toHaveLength(before);
    expect(await stored.roles(place)).toEqual(['user']);
  }, 30_000);
});

describe('a second address', () => {
  const withSecond = (): Promise<RunningConversation> =>
    start({ OPENAI_FALLBACK_BASE_URL: second.base_url, OPENAI_FALLBACK_MODEL: 'other' });

  it('answers when the first one does not', async () => {
    await switchOn({ mode: 'error_401', times: 9 });
    const { heard } = await say(await withSecond());
    expect(heard.failure).toBeUndefined();
    expect([(await asked()).length, (await asked(second)).length]).toEqual([1, 1]);
  });

  it('is not asked while the first one answers', async () => {
    await say(await withSecond());
    expect([(await asked()).length, (await asked(second)).length]).toEqual([1, 0]);
  });

  it('is asked once', async () => {
    await switchOn({ mode: 'error_401', times: 9 });
    await switchOn({ mode: 'error_500', times: 9 }, second);
    expect((await say(await withSecond())).heard.failure).toBe('model_unavailable');
    expect(await asked(second)).toHaveLength(1);
  });
});

describe('a process that makes as many replies as it can', () => {
  it('tells the next one to try again', async () => {
    await switchOn({ mode: 'silence_after', tokens: 1, times: 1 });
    const conversation = await start({ OPENAI_MAX_CONCURRENT: '1' });
    const stream = openTalk(conversation.rpc, await newPlace());
    for await (const { frame } of stream) {
      if (frame.event !== 'delta') continue;
      const { heard, place } = await say(conversation);
      expect([heard.failure, await stored.roles(place)]).toEqual(['model_unavailable', ['user']]);
      stream.stop();
    }
    expect((await say(conversation)).heard.failure).toBeUndefined();
  });
});

describe('a model whose filter lets nothing through', () => {
  it('is spoken for in the language of the person', async () => {
    await switchOn({ mode: 'content_filter', times: 1 });
    const { heard } = await say(await start());
    expect(heard.failure).toBeUndefined();
    expect(heard.reply?.text).toBe(heard.text);
    expect(heard.text).toContain('Is par main baat nahi kar sakti');
  });
});

describe('a call of the model', () => {
  it('leaves a row that says what it took, of a failed one as well', async () => {
    await switchOn({ mode: 'error_500', times: 1 });
    const { place } = await say(await start({ OPENAI_MODEL: 'm', OPENAI_PRICES: 'm=100/10/1000' }));
    const calls = await database.rows(
      `SELECT purpose, model, outcome, estimated, tokens_in > 100 AS has_read, tokens_out > 5 AS has_written,
         first_token_ms IS NOT NULL AS has_spoken, total_ms >= 0 AS took_time,
         cost_paise = round(((tokens_in - tokens_cached) * 100 + tokens_cached * 10 + tokens_out * 1000) / 10000.0, 4) AS is_priced
       FROM model_calls WHERE user_id = $1 ORDER BY created_at, first_token_ms NULLS FIRST`,
      [place.user_id],
    );
    const common = { purpose: 'reply', model: 'm', took_time: true, is_priced: true };
    expect(calls).toEqual([
      {
        ...common,
        outcome: 'failed',
        estimated: true,
        has_read: true,
        has_written: false,
        has_spoken: false,
      },
      { ...common, outcome: 'whole', estimated: false, has_read: true, has_written: true, has_spoken: true },
    ]);
  });

  it('tells the provider people apart, and not who they are', async () => {
    const conversation = await start();
    const first = await say(conversation);
    await talk(conversation.rpc, first.place);
    await say(conversation);
    const users = (await asked()).map(({ body }) => body.user);
    expect([users[0] === users[1], users[0] === users[2]]).toEqual([true, false]);
    expect(users[0]).not.toContain(first.place.user_id);
  });
});
