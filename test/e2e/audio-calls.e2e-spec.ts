import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { setTimeout as pause } from 'node:timers/promises';
import type { SentenceId } from '../../stand-ins/voice/sentences.js';
import { sentences } from '../../stand-ins/voice/sentences.js';
import { recorded } from '../../stand-ins/voice/utterances.js';
import { AudioCaller } from './audio-caller.js';
import { AGE_SECONDS, letPass, messagesOf, secondsOf } from './call-records.js';
import { Person } from './person.js';
import { Stack } from './stack.js';

/** What the tone of the stand-in takes for a word. */
const WORD_MS = 300;

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ FREE_CALL_SECONDS: '600', STAND_IN_VOICE: 'tone' });
}, 90_000);

afterAll(() => stack.stop(), 30_000);

afterEach(() => fetch(`${stack.voice}/__faults`, { method: 'DELETE' }));

const soundOf = (id: SentenceId): Int16Array => {
  const found = recorded().find((utterance) => utterance.id === id);
  if (found === undefined) throw new Error(`${id} was not recorded`);
  return found.samples;
};

const textOf = (id: SentenceId): string => sentences.find((sentence) => sentence.id === id)?.text ?? '';

/** How many words of a text are spoken: no smiley is. */
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

const strike = (fault: object): Promise<unknown> =>
  fetch(`${stack.voice}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

/** Somebody listening to a reply, of which a second or more was heard. */
const hearing = (caller: AudioCaller, ms: number): Promise<void> =>
  eventually(() => {
    if ((caller.playing?.heardMs ?? 0) < ms) throw new Error('not heard yet');
    return Promise.resolve();
  }, 15_000);

const noise = (ms: number): Int16Array => {
  let seed = 42;
  return Int16Array.from({ length: ms * 16 }, () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.round((seed / 2 ** 31 - 1) * 580);
  });
};

const inOrder = (seqs: readonly number[]): boolean =>
  seqs.every((seq, index) => index === 0 || seq === (seqs[index - 1] ?? 0) + 1);

/** Five turns, to the letter. */
const carry = async (ids: readonly SentenceId[]): Promise<void> => {
  const asha = await Person.join(stack);
  const caller = await AudioCaller.call(stack, asha);
  caller.listeningPace = 3;
  expect(caller.frames[0]).toMatchObject({ type: 'ready', mode: 'audio', resumed: false });
  const { call_id, session_id } = caller.permit;
  await letPass(stack, call_id);
  const expected: { role: string; text: string }[] = [];
  for (const id of ids) {
    const final = await caller.talk(soundOf(id));
    expect(final).toMatchObject({ interrupted: false, heard_ms: wordsIn(final.text) * WORD_MS });
    expected.push({ role: 'user', text: textOf(id) }, { role: 'ai', text: final.text });
  }
  await caller.hangUp();
  expect(caller.closedWith).toBe(1000);
  expect(inOrder(caller.voiceSeqs)).toBe(true);
  const stored = await messagesOf(stack, session_id);
  expect(stored.map(({ role, text }) => ({ role, text }))).toEqual(expected);
  const { body: call } = await asha.get(`/v1/calls/${call_id}`);
  expect(call.transcript).toContain(textOf(ids[0] ?? 'en-yes'));
  const { total, sum, calls } = await secondsOf(stack, asha.id);
  expect([total, calls]).toEqual([sum, 1]);
  expect(sum).toBe(call.duration_seconds);
  expect((await asha.summaryOf(session_id)).body.summary_status).toBe('ready');
};

/** Something is heard in the middle of a reply that is no reason to stop. */
const hearOver = async (sound: Int16Array): Promise<void> => {
  const asha = await Person.join(stack);
  const caller = await AudioCaller.call(stack, asha);
  await caller.play(soundOf('en-hello'));
  await hearing(caller, 600);
  await caller.play(sound);
  const fellSilent = Date.now();
  const final = await caller.find('ai.final', 20_000);
  expect(caller.frames.filter(({ type }) => type === 'clear')).toEqual([]);
  expect(final).toMatchObject({ interrupted: false, heard_ms: wordsIn(final.text) * WORD_MS });
  const resume = caller.frames.find(({ type }) => type === 'resume');
  if (resume !== undefined) expect((caller.cameAt.get(resume) ?? Infinity) - fellSilent).toBeLessThan(1200);
  await caller.hangUp();
  const stored = await messagesOf(stack, caller.permit.session_id);
  expect(stored.map(({ text }) => text)).toEqual([textOf('en-hello'), final.text]);
};

describe('a call with sound', () => {
  it('carries five turns in Hindi and in English, to the letter', async () => {
    await Promise.all([
      carry(['hi-hello', 'hi-haan', 'hi-bye', 'hi-hello', 'hi-bye']),
      carry(['en-hello', 'en-yes', 'en-bye', 'en-hello', 'en-bye']),
    ]);
  }, 120_000);

  it('is silent when somebody speaks, and keeps what they heard', async () => {
    const asha = await Person.join(stack);
    const caller = await AudioCaller.call(stack, asha);
    await caller.play(soundOf('en-hello'));
    await hearing(caller, 900);
    const began = Date.now();
    const heard = caller.playing;
    await caller.play(soundOf('hi-hello'));
    const silenced = await caller.find('pause');
    const clear = await caller.find('clear');
    expect((caller.cameAt.get(silenced) ?? Infinity) - began).toBeLessThan(500);
    expect((caller.cameAt.get(clear) ?? Infinity) - began).toBeLessThan(1000);
    const final = await caller.find('ai.final');
    expect(final).toMatchObject({ interrupted: true, rid: clear.rid });
    expect(Math.abs(wordsIn(final.text) - (heard?.heardMs ?? 0) / WORD_MS)).toBeLessThanOrEqual(1);
    const second = await caller.find('ai.final', 20_000, caller.frames.indexOf(final) + 1);
    expect(second.interrupted).toBe(false);
    await caller.hangUp();
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored.map(({ text }) => text)).toEqual([
      textOf('en-hello'),
      final.text,
      textOf('hi-hello'),
      second.text,
    ]);
  }, 60_000);

  it('is not interrupted by a fan, a cough or a "हाँ"', async () => {
    const cough = noise(120).map((sample) => sample * 20);
    await Promise.all([noise(1500), cough, soundOf('hi-haan')].map(hearOver));
  }, 60_000);

  it('says so when it cannot hear, and goes on', async () => {
    const asha = await Person.join(stack, { locale: 'en-IN' });
    const caller = await AudioCaller.call(stack, asha);
    await strike({ mode: 'error_500', match: 'transcription', times: 2 });
    await caller.play(soundOf('en-hello'));
    expect(await caller.find('error')).toMatchObject({ code: 'model_unavailable', retryable: true });
    const line = await caller.find('ai.text');
    expect(line.text).toMatch(/did not catch/);
    await eventually(() => {
      if (caller.playing !== undefined || caller.frames.at(-1).state !== 'listening')
        throw new Error('still talking');
      return Promise.resolve();
    }, 10_000);
    const final = await caller.talk(soundOf('en-bye'));
    await caller.hangUp();
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored.map(({ text }) => text)).toEqual([textOf('en-bye'), final.text]);
  }, 60_000);

  it('shows what it cannot say', async () => {
    const asha = await Person.join(stack);
    const caller = await AudioCaller.call(stack, asha);
    await strike({ mode: 'error_500', match: 'speech' });
    const final = await caller.talk(soundOf('en-hello'));
    expect(await caller.find('error')).toMatchObject({ code: 'model_unavailable' });
    const shown = caller.frames.filter(({ type }) => type === 'ai.text').map(({ text }) => text);
    expect(final).toMatchObject({ text: shown.join(''), interrupted: false });
    await caller.hangUp();
  }, 60_000);

  it('understands what was said last before somebody hangs up', async () => {
    const asha = await Person.join(stack);
    const caller = await AudioCaller.call(stack, asha);
    await caller.play(soundOf('en-bye'));
    await caller.hangUp();
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored.map(({ text }) => text)).toEqual([textOf('en-bye')]);
  }, 30_000);
});

describe('the line of a call with sound', () => {
  it('is cut when the time is up, and counts what it lasted', async () => {
    const asha = await Person.join(stack);
    await stack.database.rows(
      'UPDATE usage_stats SET total_call_seconds = 597 WHERE user_id = $1 RETURNING user_id',
      [asha.id],
    );
    const caller = await AudioCaller.call(stack, asha);
    const began = Date.now();
    expect(await caller.closed()).toBe(4402);
    expect(Math.abs(Date.now() - began - 3000)).toBeLessThan(1000);
    expect(await secondsOf(stack, asha.id)).toEqual({ total: 600, sum: 3, calls: 1 });
  }, 20_000);

  it('may break in the middle of a sentence, which stays one', async () => {
    const caller = await AudioCaller.call(stack, await Person.join(stack));
    const said = caller.play(soundOf('en-hello'));
    await pause(800);
    caller.lose(2500);
    await said;
    const final = await caller.find('ai.final', 20_000);
    await caller.hangUp();
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored.map(({ text }) => text)).toEqual([textOf('en-hello'), final.text]);
  }, 40_000);

  it('says again what it said while the line was broken', async () => {
    const caller = await AudioCaller.call(stack, await Person.join(stack));
    await strike({ mode: 'slow', ms: 1000, match: 'transcription', times: 1 });
    await caller.play(soundOf('en-hello'));
    await pause(400);
    caller.lose(4000);
    const final = await caller.find('ai.final', 20_000);
    expect(final).toMatchObject({ interrupted: false, heard_ms: wordsIn(final.text) * WORD_MS });
    await caller.hangUp();
    const stored = await messagesOf(stack, caller.permit.session_id);
    expect(stored.map(({ text }) => text)).toEqual([textOf('en-hello'), final.text]);
  }, 40_000);

  it('is cut when sound comes faster than time', async () => {
    const caller = await AudioCaller.call(stack, await Person.join(stack));
    caller.flood(1000);
    expect(await caller.closed()).toBe(1013);
    caller.vanish();
  }, 20_000);

  it('ends when nobody says anything, and asks before', async () => {
    const asha = await Person.join(stack, { locale: 'en-IN' });
    const caller = await AudioCaller.call(stack, asha);
    expect((await caller.find('ai.text', 25_000)).text).toMatch(/still here/);
    expect(await caller.closed(45_000)).toBe(4008);
    expect(caller.frames.at(-1)).toMatchObject({ type: 'end', reason: 'idle' });
    expect(await messagesOf(stack, caller.permit.session_id)).toEqual([]);
  }, 80_000);
});

describe('a call with sound whose process is killed', () => {
  // Each begins a turn in whose midst the process is killed, and gives back what ends it.
  const whileSomebodySpeaks = async (caller: AudioCaller): Promise<() => Promise<unknown>> => {
    const said = caller.play(soundOf('en-hello'));
    await pause(800);
    return async () => {
      const from = caller.frames.length;
      await said;
      return caller.find('ai.final', 25_000, from);
    };
  };
  const whileItIsWrittenDown = async (caller: AudioCaller): Promise<() => Promise<unknown>> => {
    await strike({ mode: 'slow', ms: 3000, match: 'transcription', times: 1 });
    await caller.play(soundOf('en-hello'));
    await pause(700);
    return () => caller.find('ai.final', 25_000, caller.frames.length);
  };
  const whileAReplyIsHeard = async (caller: AudioCaller): Promise<() => Promise<unknown>> => {
    await caller.play(soundOf('en-hello'));
    await hearing(caller, 900);
    return async () => {
      expect(await caller.find('clear', 25_000, caller.frames.length)).toMatchObject({ why: 'moved' });
    };
  };

  it.each(['conversation', 'gateway'] as const)(
    'loses nothing: %s',
    async (app) => {
      const callers = await Promise.all(
        [whileAReplyIsHeard, whileItIsWrittenDown, whileSomebodySpeaks].map(async (begin) => {
          const asha = await Person.join(stack);
          const caller = await AudioCaller.call(stack, asha);
          const began = Date.now();
          await letPass(stack, caller.permit.call_id);
          caller.listeningPace = 3;
          await caller.talk(soundOf('hi-hello'));
          caller.listeningPace = 1;
          return { asha, caller, began, begin };
        }),
      );
      const before = stack.pidOf(app);
      // One after the other: a fault that is set strikes whoever is written down next.
      const endings: (() => Promise<unknown>)[] = [];
      for (const { caller, begin } of callers) endings.push(await begin(caller));
      stack.kill(app);
      await Promise.all(endings.map((end) => end()));
      await stack.backAgain(app, before);
      await Promise.all(
        callers.map(async ({ asha, caller, began }) => {
          caller.listeningPace = 3;
          await caller.talk(soundOf('en-bye'));
          await caller.hangUp();
          const lastedMs = Date.now() - began;
          const stored = await messagesOf(stack, caller.permit.session_id);
          expect(stored.filter(({ role }) => role === 'user').map(({ text }) => text)).toEqual([
            textOf('hi-hello'),
            textOf('en-hello'),
            textOf('en-bye'),
          ]);
          const { total, sum } = await secondsOf(stack, asha.id);
          expect(total).toBe(sum);
          expect(Math.abs(sum - AGE_SECONDS - lastedMs / 1000)).toBeLessThan(5);
          expect((await asha.summaryOf(caller.permit.session_id)).body.summary_status).toBe('ready');
        }),
      );
    },
    120_000,
  );
});
