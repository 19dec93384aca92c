import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { Person, type Answer } from './person.js';
import { Stack, type App } from './stack.js';

let stack: Stack;
let asha: Person;

beforeAll(async () => {
  stack = await Stack.start();
  asha = await Person.join(stack);
}, 90_000);

afterAll(() => stack.stop(), 30_000);

const calls: [app: App, call: () => Promise<Answer>][] = [
  ['auth', () => asha.get('/v1/me')],
  ['conversation', () => asha.get('/v1/sessions')],
  ['summary', () => asha.get('/v1/me/summary')],
  ['billing', () => asha.get('/v1/me/usage')],
];

describe('a killed service', () => {
  it.each(calls)(
    '%s: is answered for with 503, and is back by itself',
    async (app, call) => {
      expect((await call()).status).toBe(200);
      const former = stack.pidOf(app);
      stack.kill(app);
      const meanwhile = await call();
      expect(meanwhile).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
      expect(meanwhile.headers.get('content-type')).toContain('application/problem+json');
      expect(meanwhile.headers.get('retry-after')).toBe('1');
      await stack.backAgain(app, former);
      expect((await call()).status).toBe(200);
    },
    30_000,
  );
});

describe('a killed gateway', () => {
  it('is back by itself, and lost nothing that it had acknowledged', async () => {
    const session = await asha.startSession();
    const { body: said } = await asha.say(session, 'before');
    const former = stack.pidOf('gateway');
    stack.kill('gateway');
    await stack.backAgain('gateway', former);
    const { body } = await asha.get(`/v1/sessions/${session}/messages`);
    expect(body.items).toEqual([said.message, said.reply]);
    expect((await asha.say(session, 'after')).status).toBe(201);
  }, 30_000);
});

describe('a reply under way', () => {
  it('whose process is killed leaves the message, and the session goes on', async () => {
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'silence_after', tokens: 3, times: 1, match: 'chat' }),
    });
    const session = await asha.startSession();
    const former = stack.pidOf('conversation');
    const heard: string[] = [];
    for await (const { event } of asha.stream(session, 'do not lose me')) {
      heard.push(event);
      if (event === 'delta' && heard.length === 3) stack.kill('conversation');
    }
    expect(heard.at(-1)).toBe('problem');
    await stack.backAgain('conversation', former);
    const { body } = await asha.get(`/v1/sessions/${session}/messages`);
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual(['do not lose me']);
    await eventually(async () => {
      expect((await asha.say(session, 'are you there?')).status).toBe(201);
    }, 20_000);
  }, 60_000);
});

describe('an interrupted summary', () => {
  it('is written exactly once', async () => {
    const session = await asha.startSession();
    for (const text of [
      'I value honest people',
      'I am afraid of my exam next week',
      'I overthink at night',
    ]) {
      await asha.say(session, text);
    }
    await fetch(`${stack.model}/__log`, { method: 'DELETE' });
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'hang', times: 1, match: 'summary' }),
    });
    await asha.post(`/v1/sessions/${session}/end`);
    await eventually(async () => {
      const { items } = (await (await fetch(`${stack.model}/__log`)).json()) as { items: object[] };
      expect(items.length).toBeGreaterThan(0);
    });
    stack.kill('summary');
    const summarised = await asha.summaryOf(session, 40_000);
    expect(summarised.body.summary_status).toBe('ready');
    const entries = await stack.database.rows('SELECT * FROM confidence_events WHERE session_id = $1', [
      session,
    ]);
    expect(entries).toHaveLength(1);
    expect((await asha.get('/v1/me/summary')).body.confidence_score).toBe(Number(entries[0].delta));
  }, 60_000);
});
