import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeCallSound, readCallSound } from '@saathi/contracts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Ear } from '../../apps/conversation/src/calls/audio/ear.js';
import { VoiceActivities } from '../../apps/conversation/src/speech/voice-activities.js';
import { sentences } from '../../stand-ins/voice/sentences.js';
import { AudioCaller } from '../../test/e2e/audio-caller.js';
import { Person } from '../../test/e2e/person.js';
import { Stack } from '../../test/e2e/stack.js';
import { FINISHED, percentile, soundOf, talk, type Talk } from './talks.js';

// `npm run bench:calls` prints how long a caller waits for a voice, with providers as quick as good ones are.
const RECOGNITION_MS = 250;
const FIRST_TOKEN_MS = 420;
const TOKEN_MS = 15;
const FIRST_SOUND_MS = 140;
/** 192 ms of silence, and the windows in which the end of a word is still heard. */
const PAUSE_KNOWN_MS = 300;

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({
    STAND_IN_VOICE: 'tone',
    STAND_IN_TRANSCRIPTION_MS: String(RECOGNITION_MS),
    STAND_IN_FIRST_TOKEN_MS: String(FIRST_TOKEN_MS),
    STAND_IN_TOKEN_MS: String(TOKEN_MS),
    STAND_IN_FIRST_SOUND_MS: String(FIRST_SOUND_MS),
  });
}, 120_000);

afterAll(() => stack.stop(), 30_000);

/** What is in use is known after garbage was collected, and what it held was given back. */
const collectGarbage = async (): Promise<void> => {
  setFlagsFromString('--expose-gc');
  for (let round = 0; round < 4; round += 1) {
    runInNewContext('gc')();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const callAtOnce = (calls: number, turns: number): Promise<Talk[]> =>
  Promise.all(Array.from({ length: calls }, (_, index) => talk(stack, turns, index * 400)));

const textsOf = (turns: number): (string | undefined)[] =>
  Array.from(
    { length: turns },
    (_, turn) => sentences.find(({ id }) => id === FINISHED[turn % FINISHED.length])?.text,
  );

describe('calls with sound', () => {
  it.each([
    [1, 6],
    [10, 6],
    [20, 4],
  ])(
    'answer: %d at once',
    async (calls, count) => {
      const talks = await callAtOnce(calls, count);
      const turns = talks.flatMap((one) => one.turns);
      const waits = turns.map(({ voice_to_voice_ms }) => voice_to_voice_ms);
      const overheads = turns.map(
        ({ voice_to_voice_ms, first_words }) =>
          voice_to_voice_ms -
          (PAUSE_KNOWN_MS + RECOGNITION_MS + FIRST_TOKEN_MS + first_words * TOKEN_MS + FIRST_SOUND_MS),
      );
      const told = (values: number[]): string =>
        `p50 ${String(percentile(values, 0.5))}, p95 ${String(percentile(values, 0.95))} ms`;
      print(`${String(calls)} calls: voice to voice ${told(waits)}; our own part ${told(overheads)}`);
      expect(talks.every(({ isInOrder }) => isInOrder)).toBe(true);
      for (const { understood } of talks) expect(understood).toEqual(textsOf(count));
    },
    300_000,
  );

  it.each([RECOGNITION_MS, 0])(
    'are silent when somebody begins to speak, by a recogniser that takes %d ms',
    async (ms) => {
      const [pauses, clears]: [number[], number[]] = [[], []];
      for (let round = 0; round < 6; round += 1) {
        const asha = await Person.join(stack);
        const caller = await AudioCaller.call(stack, asha);
        await caller.play(soundOf('en-bye'));
        while ((caller.playing?.heardMs ?? 0) < 500) await new Promise((resolve) => setTimeout(resolve, 20));
        // One that knows a word from its beginning.
        await fetch(`${stack.voice}/__faults`, {
          method: 'POST',
          body: JSON.stringify({ mode: 'says', text: 'रुको', ms, match: 'transcription' }),
        });
        const began = Date.now();
        await caller.play(soundOf('hi-hello'));
        const clear = await caller.find('clear');
        pauses.push((caller.cameAt.get(await caller.find('pause')) ?? Number.NaN) - began);
        clears.push((caller.cameAt.get(clear) ?? Number.NaN) - began);
        await fetch(`${stack.voice}/__faults`, { method: 'DELETE' });
        await caller.hangUp();
      }
      for (const [name, values] of [
        ['pause', pauses],
        ['clear', clears],
      ] as const)
        print(`${name} p50 ${String(percentile(values, 0.5))}, most ${String(Math.max(...values))} ms`);
    },
    120_000,
  );

  it("hold no more memory after an hour's frames", async () => {
    const activities = await VoiceActivities.load();
    const ear = new Ear(
      {
        activity: activities.open(),
        recogniser: { transcribe: () => Promise.resolve({ text: 'ठीक है।' }) },
        isOtherTalking: () => false,
        note: () => undefined,
        onSpeech: () => undefined,
        onHoldBack: () => undefined,
        onGoOn: () => undefined,
        onYield: () => undefined,
        onPartial: () => undefined,
        onSaid: () => Promise.resolve(),
        onTrouble: () => undefined,
      },
      undefined,
    );
    const sound = soundOf('hi-hello');
    let seq = 0;
    const hearMinute = async (): Promise<void> => {
      for (let frame = 0; frame < 3000; frame += 1) {
        // Somebody speaks every ten seconds.
        const samples = new Int16Array(320);
        samples.set(sound.subarray((frame % 500) * 320, ((frame % 500) + 1) * 320));
        seq += 1;
        const heard = readCallSound(writeCallSound({ kind: 'mic', rid: 0, seq, samples }), 'mic');
        if (heard !== undefined) ear.take(heard);
        if (frame % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const used: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      await hearMinute();
      await collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      used.push((heapUsed + external) / 2 ** 20);
    }
    ear.close();
    const at = (minute: number): string => (used[minute - 1] ?? Number.NaN).toFixed(1);
    print(`memory after 5, 30 and 60 minutes of frames: ${at(5)}, ${at(30)}, ${at(60)} MiB`);
  }, 120_000);
});
