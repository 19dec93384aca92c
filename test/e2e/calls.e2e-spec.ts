import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeCallSound } from '@saathi/contracts';
import { eventually } from '@saathi/testing';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { AGE_SECONDS, letPass, messagesOf, secondsOf } from './call-records.js';
import { TextCaller } from './caller.js';
import { Person } from './person.js';
import { Stack } from './stack.js';

const HINDI = [
  'आज ऑफ़िस में बहुत थकान हुई',
  'बॉस ने सबके सामने डाँटा',
  'मुझे ना बोलना नहीं आता',
  'मुझे ईमानदार लोग पसंद हैं',
  'कल मीटिंग है',
];
const ENGLISH = [
  'I had a long day at work',
  'My boss shouted at me in front of everybody',
  'I cannot say no to people',
  'I like honest and patient people',
  'There is a meeting tomorrow',
];

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ FREE_CALL_SECONDS: '120' });
}, 90_000);

afterAll(() => stack.stop(), 30_000);

describe('a call in text mode', () => {
  it.each([
    ['Hindi', HINDI],
    ['English', ENGLISH],
  ])(
    'carries five turns in %s, to the letter',
    async (_language, lines) => {
      const asha = await Person.join(stack);
      const caller = await TextCaller.call(stack, asha);
      const { call_id, session_id, disclosure } = caller.permit;
      expect(disclosure).toMatch(/AI/);
      await letPass(stack, call_id);
      const expected: { role: string; text: string }[] = [];
      for (const text of lines) {
        const from = caller.frames.length;
        const final = await caller.talk(text);
        const sent = caller.frames.slice(from).filter(({ type }) => type === 'ai.text');
        expect(final).toMatchObject({ interrupted: false, text: sent.map((piece) => piece.text).join('') });
        expected.push({ role: 'user', text }, { role: 'ai', text: final.text });
      }
      await caller.hangUp();
      expect(caller.closedWith).toBe(1000);
      const stored = await messagesOf(stack, session_id);
      expect(stored.map(({ role, text }) => ({ role, text }))).toEqual(expected);
      const { body: call } = await asha.get(`/v1/calls/${call_id}`);
      expect(call).toMatchObject({ id: call_id, session_id });
      expect(call.transcript).toBe(
        expected.map(({ role, text }) => `${role === 'user' ? 'Asha' : 'Saathi'}: ${text}`).join('\n'),
      );
      expect((await asha.get('/v1/calls')).body.items).toEqual([call]);
      const end = caller.frames.find(({ type }) => type === 'end');
      expect(end).toMatchObject({ reason: 'done', duration_seconds: call.duration_seconds });
      expect(await secondsOf(stack, asha.id)).toEqual({
        total: call.duration_seconds,
        sum: call.duration_seconds,
        calls: 1,
      });
      const summary = await asha.summaryOf(session_id);
      expect(summary.body).toMatchObject({ type: 'call', summary_status: 'ready' });
      expect(summary.body.ended_at).not.toBeNull();
      const usage = await stack.database.row('SELECT total_messages FROM usage_stats WHERE user_id = $1', [
        asha.id,
      ]);
      expect(usage).toEqual({ total_messages: 0 });
    },
    60_000,
  );

  it('keeps of a reply that somebody talks over only what was heard', async () => {
    const asha = await Person.join(stack);
    const caller = await TextCaller.call(stack, asha);
    caller.listens = false;
    caller.say('Tell me something long');
    const { rid } = await caller.find('ai.audio_end');
    caller.send({ type: 'played', rid, ms: 700, done: false });
    caller.say('Wait, I have to say something');
    const cleared = await caller.find('clear');
    expect(cleared).toMatchObject({ rid, why: 'barge_in' });
    const final = await caller.find('ai.final');
    expect(final).toMatchObject({ rid, interrupted: true });
    expect(final.text.trim().split(/\s+/)).toHaveLength(2);
    caller.listens = true;
    await caller.hangUp();
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored.map(({ role }) => role).slice(0, 3)).toEqual(['user', 'ai', 'user']);
    expect(stored[1]?.text).toBe(final.text);
  }, 30_000);

  it('is one call, however often it is started at once', async () => {
    const asha = await Person.join(stack);
    const answers = await Promise.all([1, 2, 3, 4].map(() => asha.post('/v1/calls', {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'call_in_progress' });
  }, 20_000);

  it('lets nobody in with a ticket that was used', async () => {
    const asha = await Person.join(stack);
    const caller = await TextCaller.call(stack, asha);
    const second = new WebSocket(`${stack.url.replace('http', 'ws')}/v1/calls/ws`, 'saathi.call.v1');
    const code = new Promise((resolve) => second.on('close', resolve));
    second.on('open', () => {
      second.send(JSON.stringify({ type: 'hello', v: 1, ticket: caller.permit.ticket, mode: 'text' }));
    });
    expect(await code).toBe(4001);
    await caller.hangUp();
  }, 20_000);
});

describe("an id that is not the caller's to give", () => {
  it('is refused, and the message it belongs to stays as it is', async () => {
    const [asha, om] = await Promise.all([Person.join(stack), Person.join(stack)]);
    const session = await om.startSession();
    const { body: theirs } = await om.say(session, 'this is mine');
    const caller = await TextCaller.call(stack, asha);
    caller.say('and now it is not', theirs.message.id);
    expect(await caller.find('error')).toMatchObject({ code: 'validation_failed', retryable: false });
    expect(caller.frames.filter(({ type }) => type === 'user.final')).toEqual([]);
    expect(await messagesOf(stack, caller.permit.session_id)).toEqual([]);
    expect((await om.get(`/v1/sessions/${session}/messages`)).body.items[0]).toEqual(theirs.message);
    await caller.hangUp();
  }, 20_000);
});

describe('the time of a call', () => {
  const withLeft = async (seconds: number): Promise<Person> => {
    const person = await Person.join(stack);
    await stack.database.rows(
      'UPDATE usage_stats SET total_call_seconds = $2 WHERE user_id = $1 RETURNING user_id',
      [person.id, 120 - seconds],
    );
    return person;
  };

  it('ends within its second, and the next call is refused', async () => {
    const asha = await withLeft(3);
    const caller = await TextCaller.call(stack, asha);
    const began = Date.now();
    expect(await caller.closed()).toBe(4402);
    const lasted = Date.now() - began;
    expect(lasted).toBeGreaterThan(2500);
    expect(lasted).toBeLessThan(4000);
    expect(caller.frames.filter(({ type }) => type === 'limit')).toMatchObject([
      { kind: 'warn' },
      { kind: 'cut', remaining_ms: 0 },
    ]);
    expect(await secondsOf(stack, asha.id)).toEqual({ total: 120, sum: 3, calls: 1 });
    expect(await asha.post('/v1/calls', {})).toMatchObject({
      status: 402,
      body: { code: 'paywall_call_seconds', limit: 120, used: 120 },
    });
  }, 20_000);

  it('goes on when a pass is bought meanwhile', async () => {
    const asha = await withLeft(3);
    const caller = await TextCaller.call(stack, asha);
    await stack.database.rows(
      `INSERT INTO subscriptions (user_id, plan_type, amount, start_date, end_date, active)
       VALUES ($1, 'daily', 49, now(), now() + interval '1 day', true) RETURNING id`,
      [asha.id],
    );
    await eventually(async () => {
      const { sum } = await secondsOf(stack, asha.id);
      if (sum < 5) throw new Error('not yet past the limit');
    }, 15_000);
    expect(caller.closedWith).toBeUndefined();
    await caller.hangUp();
  }, 30_000);

  it('is not cut while somebody is in danger', async () => {
    const asha = await withLeft(3);
    const caller = await TextCaller.call(stack, asha);
    await caller.talk('I want to kill myself');
    expect(caller.frames.find(({ type }) => type === 'safety')).toMatchObject({
      notice: { level: 'ideation' },
    });
    await eventually(async () => {
      const { sum } = await secondsOf(stack, asha.id);
      if (sum < 5) throw new Error('not yet past the limit');
    }, 15_000);
    expect(caller.closedWith).toBeUndefined();
    await caller.hangUp();
  }, 30_000);
});

describe('the line of a call', () => {
  const LONG =
    'Main sun raha hoon aur tumhare saath hoon, bolo ki aaj office mein kya hua aur tumhe kaisa laga jab ' +
    'sab log chup the aur kisi ne bhi tumhara saath nahi diya, phir batao ki ab tum kya karna chahti ho.';

  /** Somebody who hears a reply of more than ten seconds, and reports nothing. */
  const hearing = async (): Promise<TextCaller> => {
    const caller = await TextCaller.call(stack, await Person.join(stack));
    caller.listens = false;
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'says', text: LONG, times: 1, match: 'chat' }),
    });
    caller.say('Tell me something long');
    const { total_ms } = await caller.find('ai.audio_end');
    expect(total_ms).toBeGreaterThan(10_000);
    return caller;
  };

  it('that fell dead without a word carries nothing that counts as heard', async () => {
    const caller = await hearing();
    caller.freeze();
    await pause(6000);
    caller.thaw();
    caller.say('Wait, I have to say something');
    const { heard_ms } = await caller.find('ai.final');
    expect(heard_ms).toBeLessThan(4500);
    await caller.hangUp();
  }, 40_000);

  it('that is back tells how much was heard', async () => {
    const caller = await hearing();
    caller.heardMs = 8200;
    const from = caller.frames.length;
    caller.lose(0);
    await caller.find('ready', 10_000, from);
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored[1]?.text.trim().split(/\s+/)).toHaveLength(27);
    await caller.hangUp();
  }, 40_000);
});

describe('a call whose process is killed', () => {
  it.each(['conversation', 'gateway'] as const)(
    'goes on: %s, in the middle of a reply',
    async (app) => {
      const asha = await Person.join(stack);
      const caller = await TextCaller.call(stack, asha);
      const began = Date.now();
      await letPass(stack, caller.permit.call_id);
      await caller.talk('Aaj ka din lamba tha');
      caller.listens = false;
      const second = caller.say('Kal kya karun, kuch samajh nahi aata');
      await eventually(() => {
        if (caller.frames.findLast(({ type }) => type === 'ai.text')?.rid !== 2)
          throw new Error('not speaking');
        return Promise.resolve();
      });
      const before = stack.pidOf(app);
      stack.kill(app);
      caller.listens = true;
      const third = caller.say('Suno, ek baat aur');
      await eventually(() => {
        if (!caller.frames.some(({ type, message_id }) => type === 'user.final' && message_id === third))
          throw new Error('not heard yet');
        return Promise.resolve();
      }, 20_000);
      await stack.backAgain(app, before);
      await caller.talk('Chalo phir milte hain');
      await caller.hangUp();
      const lastedMs = Date.now() - began;
      const stored = await messagesOf(stack, caller.permit.session_id);
      const said = stored.filter(({ role }) => role === 'user');
      expect(said.map(({ text }) => text)).toEqual([
        'Aaj ka din lamba tha',
        'Kal kya karun, kuch samajh nahi aata',
        'Suno, ek baat aur',
        'Chalo phir milte hain',
      ]);
      expect(said.map(({ id }) => id)).toEqual(expect.arrayContaining([second, third]));
      const { total, sum } = await secondsOf(stack, asha.id);
      expect(total).toBe(sum);
      expect(Math.abs(sum - AGE_SECONDS - lastedMs / 1000)).toBeLessThan(5);
      expect((await asha.summaryOf(caller.permit.session_id)).body.summary_status).toBe('ready');
    },
    90_000,
  );

  it('ends where it was last heard of when nobody comes back', async () => {
    const asha = await Person.join(stack);
    const caller = await TextCaller.call(stack, asha);
    const began = Date.now();
    await caller.talk('Aaj ka din lamba tha');
    const lasted = (Date.now() - began) / 1000;
    caller.vanish();
    const { session_id, call_id } = caller.permit;
    await eventually(async () => {
      const { body } = await asha.get(`/v1/sessions/${session_id}`);
      if (body.ended_at === null) throw new Error('still open');
    }, 30_000);
    const { body } = await asha.get(`/v1/calls/${call_id}`);
    expect(Math.abs(body.duration_seconds - lasted)).toBeLessThan(5);
    expect(body.transcript).toContain('Aaj ka din lamba tha');
    // One turn of a few seconds teaches nothing; that was decided, not forgotten.
    expect((await asha.summaryOf(session_id)).body.summary_status).toBe('skipped');
  }, 60_000);
});

describe('the door of a call', () => {
  /** A bare socket. */
  const knock = (options: object = {}): WebSocket =>
    new WebSocket(`${stack.url.replace('http', 'ws')}/v1/calls/ws`, 'saathi.call.v1', options);
  const closeOf = async (socket: WebSocket): Promise<unknown> => (await once(socket, 'close'))[0];

  it('waits five seconds for a hello, and hears nothing before', async () => {
    const socket = knock();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'text', text: 'hello?', final: true }));
    socket.send(writeCallSound({ kind: 'mic', rid: 0, seq: 1, samples: new Int16Array(320) }));
    expect(await closeOf(socket)).toBe(4001);
  }, 10_000);

  it('is shut to pages of others', async () => {
    const socket = knock({ origin: 'https://elsewhere.example' });
    const [error] = await once(socket, 'error');
    expect(String(error)).toMatch(/403/);
  });

  it('tells of frames that are none, and goes on', async () => {
    const caller = await TextCaller.call(stack, await Person.join(stack));
    caller.send({ type: 'sing' });
    expect(await caller.find('error')).toMatchObject({ code: 'validation_failed', retryable: false });
    expect((await caller.talk('Aaj ka din lamba tha')).text).not.toBe('');
    await caller.hangUp();
  }, 20_000);

  it('is held by the newest socket', async () => {
    const caller = await TextCaller.call(stack, await Person.join(stack));
    const { resume_token: token } = await caller.find('ready');
    const newer = knock();
    await once(newer, 'open');
    const resume = { token, last_seq: 0, rid: 0, played_ms: 0 };
    newer.send(JSON.stringify({ type: 'hello', v: 1, ticket: 'used', mode: 'text', resume }));
    const [first] = await once(newer, 'message');
    expect(JSON.parse(String(first))).toMatchObject({ type: 'ready', resumed: true });
    expect(await caller.closed()).toBe(4003);
    newer.send(JSON.stringify({ type: 'bye' }));
    expect(await closeOf(newer)).toBe(1000);
  }, 20_000);

  it('closes when the device that calls is signed out', async () => {
    const asha = await Person.join(stack);
    const caller = await TextCaller.call(stack, asha);
    expect((await asha.post('/v1/auth/logout')).status).toBe(204);
    expect(await caller.closed()).toBe(4001);
    const { body } = await asha.get(`/v1/sessions/${caller.permit.session_id}`);
    expect(body.code).toBe('unauthorized');
  }, 20_000);

  it('is passed on by a gateway that goes away', async () => {
    const caller = await TextCaller.call(stack, await Person.join(stack));
    await caller.talk('Aaj ka din lamba tha');
    const gateway = stack.pidOf('gateway');
    process.kill(gateway, 'SIGTERM');
    await caller.find('drain');
    await stack.backAgain('gateway', gateway);
    expect((await caller.talk('Chalo phir milte hain')).text).not.toBe('');
    await caller.hangUp();
    expect(caller.closedWith).toBe(1000);
  }, 60_000);
});
