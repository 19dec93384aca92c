import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { events } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { OpenEvents } from './open-events.js';
import { send, signIn, startGateway, type RunningGateway, type SignedIn } from './running-gateway.js';

let nats: TestNats;
let gateway: RunningGateway;
let leaving = new AbortController();

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
});

afterEach(() => {
  leaving.abort();
  leaving = new AbortController();
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

const open = async (by: SignedIn, lastEventId?: string): Promise<OpenEvents> => {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const answer = await send(gateway, 'GET /v1/me/events', { by, headers, signal: leaving.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  return new OpenEvents(answer);
};

const used = ({ user_id }: SignedIn, total_messages: number): Promise<void> =>
  gateway.events.publish(events.usageUpdated, {
    user_id,
    total_messages,
    messages_left: 20 - total_messages,
  });

const counts = ({ events: seen }: OpenEvents): unknown[] =>
  seen.map(({ data }) => (data as { total_messages?: number }).total_messages);

const seen = (stream: OpenEvents, wanted: number[]): Promise<void> =>
  eventually(() => {
    expect(counts(stream)).toEqual(wanted);
  }, 3000);

describe('the event stream of a person', () => {
  it('shows each kind of event, without the person it is about', async () => {
    const by = signIn(gateway.mint);
    const { user_id } = by;
    const id = crypto.randomUUID();
    const stream = await open(by);
    await gateway.events.publish(events.summaryUpdated, { user_id, session_id: id, confidence_score: 7.5 });
    await gateway.events.publish(events.personaUpdated, { user_id, persona: 'calm_mature', revision: 2 });
    await gateway.events.publish(events.paymentUpdated, { user_id, payment_id: id, status: 'success' });
    await gateway.events.publish(events.sessionEnded, { user_id, session_id: id });
    await used(by, 1);
    await eventually(() => {
      expect(stream.events.map(({ event, data }) => [event, data])).toEqual([
        ['summary.updated', { session_id: id, confidence_score: 7.5 }],
        ['persona.updated', { persona: 'calm_mature', revision: 2 }],
        ['payment.updated', { payment_id: id, status: 'success' }],
        ['session.ended', { session_id: id }],
        ['usage.updated', { total_messages: 1, messages_left: 19 }],
      ]);
    });
    const ids = stream.events.map((item) => Number(item.id));
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  it('shows every open client of the person, and nobody else', async () => {
    const [by, other] = [signIn(gateway.mint), signIn(gateway.mint)];
    const [phone, laptop, stranger] = [await open(by), await open(by), await open(other)];
    await used(by, 1);
    await used(other, 7);
    await Promise.all([seen(phone, [1]), seen(laptop, [1]), seen(stranger, [7])]);
  });

  it('brings what was missed, once, in order, and goes on', async () => {
    const by = signIn(gateway.mint);
    const first = await open(by);
    for (const n of [1, 2, 3]) await used(by, n);
    await seen(first, [1, 2, 3]);
    const again = await open(by, first.events[0]?.id);
    await used(by, 4);
    await seen(again, [2, 3, 4]);
  });

  it('brings all that was missed, however much it is', async () => {
    const by = signIn(gateway.mint);
    const first = await open(by);
    await used(by, 0);
    await seen(first, [0]);
    const missed = Array.from({ length: 1200 }, (_, n) => n + 1);
    await Promise.all(missed.map((n) => used(by, n)));
    const again = await open(by, first.events[0]?.id);
    await eventually(() => {
      expect(new Set(counts(again)).size).toBe(missed.length);
    }, 10_000);
  }, 20_000);

  it.each(['', 'abc', '-1', '1e3', '9'.repeat(30)])('takes no harm from the id "%s"', async (id) => {
    const by = signIn(gateway.mint);
    const stream = await open(by, id);
    await used(by, 1);
    await seen(stream, [1]);
  });

  it('begins anew with an id from a stream that has been lost', async () => {
    const by = signIn(gateway.mint);
    const stream = await open(by, '999999999');
    await used(by, 1);
    await seen(stream, [1]);
  });

  it('goes on after an event that nobody can read', async () => {
    const by = signIn(gateway.mint);
    const stream = await open(by);
    for (const [subject, text] of [
      [events.usageUpdated.subject, 'not json'],
      [events.usageUpdated.subject, 'null'],
      [events.accountClosed.subject, '{}'],
    ] as const)
      await nats.publish(`${subject}.${by.user_id}`, text);
    await used(by, 1);
    await seen(stream, [1]);
    const again = await open(by, stream.events[0]?.id);
    await used(by, 2);
    await seen(again, [2]);
  });

  it('ends when the account is closed', async () => {
    const by = signIn(gateway.mint);
    const stream = await open(by);
    await gateway.events.publish(events.accountClosed, { user_id: by.user_id });
    await eventually(() => {
      expect(stream.hasEnded).toBe(true);
    }, 1000);
  });

  it('ends when its login does, and only then', async () => {
    const by = signIn(gateway.mint);
    const there = { ...signIn(gateway.mint), user_id: by.user_id };
    there.token = gateway.mint.token({ claims: { sub: by.user_id, sid: there.login_id } });
    const [ended, open_] = [await open(by), await open(there)];
    await gateway.events.publish(events.loginRevoked, { user_id: by.user_id, login_id: by.login_id });
    await eventually(() => {
      expect(ended.hasEnded).toBe(true);
    }, 1000);
    await used(by, 1);
    await seen(open_, [1]);
    expect(open_.hasEnded).toBe(false);
  });
});
