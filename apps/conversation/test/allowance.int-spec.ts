import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@saathi/contracts';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { openTalk, talk, type Heard, type Place } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let conversation: RunningConversation;
let stored: Stored;

const start = (): Promise<RunningConversation> =>
  startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
  });

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
  stored = new Stored(database);
  conversation = await start();
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const say = (place: Place): Promise<Heard> => talk(conversation.rpc, place);

/** Somebody with this many messages behind them, and this many open sessions. */
const person = async (used: number, sessions = 1): Promise<[Place, ...Place[]]> => {
  const { id: user_id } = await create.user(database);
  await database.rows('UPDATE usage_stats SET total_messages = $2 WHERE user_id = $1', [user_id, used]);
  const place = async (): Promise<Place> => ({
    user_id,
    session_id: (await create.session(database, { user_id })).id,
  });
  return [await place(), ...(await Promise.all(Array.from({ length: sessions - 1 }, place)))];
};

const outcomes = (heard: readonly Heard[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { failure = 'answered' } of heard) counts[failure] = (counts[failure] ?? 0) + 1;
  return counts;
};

const messagesOf = ({ user_id }: Place): Promise<unknown[]> =>
  database.rows(`SELECT 1 FROM messages WHERE user_id = $1 AND role = 'user'`, [user_id]);

describe('the free allowance', () => {
  it('ends with the twentieth message', async () => {
    const [place] = await person(19);
    expect(await say(place)).toMatchObject({ failure: undefined, messages_left: 0 });
    expect((await say(place)).failure).toBe('paywall_messages');
    expect(await stored.counted(place)).toBe(20);
  });

  it('tells at its end what can be bought', async () => {
    const [place] = await person(20);
    const first = openTalk(conversation.rpc, place)[Symbol.asyncIterator]().next();
    const error = await first.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: 'paywall_messages',
      extras: {
        limit: 20,
        used: 20,
        plans: [
          { plan_type: 'daily', amount: '49.00', currency: 'INR', duration_seconds: 86_400 },
          { plan_type: 'weekly', amount: '199.00', currency: 'INR', duration_seconds: 604_800 },
        ],
      },
    });
  });

  it('is exact when sixty messages come at once: of 15 used, five pass', async () => {
    const places = await person(15, 60);
    expect(outcomes(await Promise.all(places.map(say)))).toEqual({ answered: 5, paywall_messages: 55 });
    expect(await messagesOf(places[0])).toHaveLength(5);
    expect(await stored.counted(places[0])).toBe(20);
  });

  it('is exact when two instances of the service share the work', async () => {
    const second = await start();
    const places = await person(15, 60);
    expect(outcomes(await Promise.all(places.map(say)))).toEqual({ answered: 5, paywall_messages: 55 });
    expect(await stored.counted(places[0])).toBe(20);
    await second.stop();
  });

  it('is exact when nothing was counted yet, not even the row is there', async () => {
    const places = await person(0, 60);
    await database.rows('DELETE FROM usage_stats WHERE user_id = $1', [places[0].user_id]);
    expect(outcomes(await Promise.all(places.map(say)))).toEqual({ answered: 20, paywall_messages: 40 });
    expect(await messagesOf(places[0])).toHaveLength(20);
    expect(await stored.counted(places[0])).toBe(20);
  });

  it('of one person is not used by another', async () => {
    const [[mine], [yours]] = [await person(20), await person(0)];
    expect([(await say(mine)).failure, (await say(yours)).failure]).toEqual(['paywall_messages', undefined]);
  });
});

describe('a pass', () => {
  it('lets through beyond the allowance, and leaves no number', async () => {
    const [place] = await person(20);
    await create.pass(database, { user_id: place.user_id });
    expect(await say(place)).toMatchObject({ failure: undefined, messages_left: null });
    expect(await stored.counted(place)).toBe(21);
  });

  it.each([
    ['ended a second ago', { starts_in: -3601, lasts: 3600 }],
    ['begins in an hour', { starts_in: 3600, lasts: 3600 }],
  ])('that %s does not', async (_when, period) => {
    const [place] = await person(20);
    await create.pass(database, { user_id: place.user_id, ...period });
    expect((await say(place)).failure).toBe('paywall_messages');
  });

  it('that was revoked does not', async () => {
    const [place] = await person(20);
    const { id } = await create.pass(database, { user_id: place.user_id });
    await database.rows('UPDATE subscriptions SET active = false WHERE id = $1', [id]);
    expect((await say(place)).failure).toBe('paywall_messages');
  });

  it('of somebody else does not', async () => {
    const [[place], [other]] = [await person(20), await person(20)];
    await create.pass(database, { user_id: other.user_id });
    expect((await say(place)).failure).toBe('paywall_messages');
  });

  it('is what counts: the flag on the person by itself does not', async () => {
    const [place] = await person(20);
    await database.rows('UPDATE users SET premium_user = true WHERE id = $1', [place.user_id]);
    expect((await say(place)).failure).toBe('paywall_messages');
  });
});
