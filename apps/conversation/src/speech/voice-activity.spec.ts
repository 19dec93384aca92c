import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ear } from '../../../../stand-ins/voice/hearing/ear.js';
import { recorded } from '../../../../stand-ins/voice/utterances.js';
import { VoiceActivities } from './voice-activities.js';
import { VoiceActivity } from './voice-activity.js';
import type { VoiceEvent } from './voice-event.js';

const RATE = 16_000;
const FRAME = 320;
const known = recorded();
const ear = new Ear(known);
let activities: VoiceActivities;

beforeAll(async () => {
  activities = await VoiceActivities.load();
});

const silence = (seconds: number): Int16Array => new Int16Array(Math.round(seconds * RATE));

const joined = (...parts: readonly Int16Array[]): Int16Array =>
  Int16Array.from(parts.flatMap((part) => [...part]));

/** The same noise each time. */
const noisy = (samples: Int16Array, loudness: number): Int16Array => {
  let seed = 42;
  return samples.map((sample) => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return sample + Math.round((seed / 2 ** 31 - 1) * loudness);
  });
};

/** What is heard of a sound that comes in frames, besides the single windows. */
const listen = (sound: Int16Array, frame = FRAME): VoiceEvent[] => {
  const activity = activities.open();
  const events: VoiceEvent[] = [];
  for (let at = 0; at < sound.length; at += frame)
    events.push(...activity.push(sound.subarray(at, at + frame)));
  activity.close();
  return events.filter(({ kind }) => kind !== 'probability');
};

const audioOf = (events: readonly VoiceEvent[]): Int16Array =>
  joined(
    ...events.flatMap((event) => (event.kind === 'pause' && event.audio !== undefined ? [event.audio] : [])),
  );

const atOf = (events: readonly VoiceEvent[], kind: VoiceEvent['kind'], last = false): number =>
  (last ? events.findLast((event) => event.kind === kind) : events.find((event) => event.kind === kind))
    ?.at_ms ?? Number.NaN;

describe('what a microphone hears', () => {
  it.each(known.map(({ text, samples }) => [text, samples] as const))(
    'is "%s", from about where it begins to about where it ends',
    (text, samples) => {
      const events = listen(joined(silence(1), samples, silence(1)));
      const end = 1000 + (samples.length * 1000) / RATE;
      expect(Math.abs(atOf(events, 'speech_start') - 1000)).toBeLessThan(200);
      expect(Math.abs(atOf(events, 'pause', true) - end)).toBeLessThan(200);
      expect(ear.hear(audioOf(events)).text).toBe(text);
    },
  );

  it('is known to be over 400 ms after its end', () => {
    const [sentence] = known;
    const samples = sentence?.samples ?? silence(1);
    const activity = activities.open();
    activity.push(joined(silence(1), samples));
    const kinds = activity.push(silence(0.4)).map(({ kind }) => kind);
    expect(kinds).toContain('pause');
    activity.close();
  });

  it.each([
    ['silence', silence(3)],
    ['a fan', noisy(silence(5), 600)],
    ['a knock', joined(silence(1), noisy(silence(0.18), 9000), silence(1))],
    [
      'a cough',
      joined(
        silence(1),
        noisy(silence(0.18), 9000).map((sample, index) => sample * Math.exp(-index / 576)),
        silence(1),
      ),
    ],
  ])('is nothing in %s', (_what, sound) => {
    expect(listen(sound)).toEqual([]);
  });

  it('is the same in a room with a fan, and however it is cut into frames', () => {
    const [sentence] = known;
    const sound = noisy(joined(silence(1), sentence?.samples ?? silence(1), silence(1)), 300);
    const events = listen(sound);
    expect(ear.hear(audioOf(events)).text).toBe(sentence?.text);
    for (const frame of [1, 511, 513, sound.length]) expect(listen(sound, frame)).toEqual(events);
  });

  it('is joined out of its parts without anything twice', () => {
    const [one, other] = [known[0], known.at(-1)];
    const sound = joined(
      silence(1),
      one?.samples ?? silence(1),
      silence(0.35),
      other?.samples ?? silence(1),
      silence(1),
    );
    const events = listen(sound);
    expect(events.filter(({ kind }) => kind === 'pause').length).toBeGreaterThan(1);
    expect(ear.hear(audioOf(events)).text).toBe(`${String(one?.text)} ${String(other?.text)}`);
    expect(audioOf(events).length).toBeLessThan(sound.length);
  });

  it('is heard anew by whoever takes over a detector', () => {
    const [sentence] = known;
    const first = activities.open();
    first.push(sentence?.samples ?? silence(1));
    first.close();
    expect(listen(silence(2))).toEqual([]);
  });

  it('is handed on after a minute, when somebody never pauses', () => {
    const endless = { isSpeech: () => true, reset: () => undefined };
    const activity = new VoiceActivity(endless);
    const events = activity.push(silence(130)).filter(({ kind }) => kind === 'pause');
    expect(events.map((event) => Math.round(audioOf([event]).length / RATE))).toEqual([60, 60]);
  });
});
