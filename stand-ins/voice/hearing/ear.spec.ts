import { beforeAll, describe, expect, it } from '@jest/globals';
import { recorded, type Utterance } from '../utterances.js';
import { Ear } from './ear.js';

const RATE = 16_000;
const FRAME = 320;

// What is there on every machine: espeak-ng need not be installed.
const known = recorded();
let ear: Ear;

beforeAll(() => {
  ear = new Ear(known);
});

const silence = (seconds: number): Int16Array => new Int16Array(seconds * RATE);

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

const framesOf = (samples: Int16Array, length = FRAME): Int16Array[] =>
  Array.from({ length: Math.ceil(samples.length / length) }, (_, index) =>
    samples.subarray(index * length, (index + 1) * length),
  );

const sampleOf = (id: string): Utterance => {
  const found = known.find((utterance) => utterance.id === id);
  if (found === undefined) throw new Error(`${id} was not recorded`);
  return found;
};

describe('the ear', () => {
  it.each(known.map(({ text, samples }) => [text, samples] as const))('knows "%s"', (text, samples) => {
    expect(ear.hear(samples).text).toBe(text);
    const inARoom = noisy(joined(silence(0.5), samples, silence(0.3)), 500);
    expect(ear.hear(inARoom).text).toBe(text);
    expect(ear.hear(samples.map((sample) => sample / 8)).text).toBe(text);
  });

  it('hears two sentences with a pause between them', () => {
    const [one, other] = [sampleOf('en-hello'), sampleOf('hi-bye')];
    const both = joined(one.samples, silence(0.7), other.samples);
    expect(ear.hear(both)).toMatchObject({ text: `${one.text} ${other.text}`, is_known: true });
  });

  it('hears the first words of a sentence that was cut', () => {
    const { samples, text } = sampleOf('en-hello');
    const heard = ear.hear(samples.subarray(0, samples.length * 0.6)).text;
    expect(heard).not.toBe('');
    expect(text.startsWith(heard) && heard.length < text.length).toBe(true);
  });

  it('does not hear a sentence of which every third frame was lost, or parts changed places', () => {
    const { samples } = sampleOf('hi-hello');
    const holed = framesOf(samples).filter((_, index) => index % 3 !== 2);
    const blocks = framesOf(samples, 3200);
    const swapped = blocks.map((block, index) => blocks[index % 2 === 0 ? index + 1 : index - 1] ?? block);
    for (const broken of [holed, swapped])
      expect(ear.hear(joined(...broken))).toMatchObject({ text: '', is_known: false });
  });

  it('hears nothing in silence, in a fan and in a knock', () => {
    const knock = noisy(silence(0.18), 9000).map((sample, index) => sample * Math.exp(-index / 576));
    const sounds = [
      silence(0),
      silence(2),
      noisy(silence(3), 600),
      joined(silence(0.3), knock, silence(0.3)),
    ];
    expect(sounds.map((sound) => ear.hear(sound).text)).toEqual(['', '', '', '']);
  });
});
