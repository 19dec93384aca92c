import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentences, type Sentence, type SentenceId } from './sentences.js';
import { atRate } from './sound/at-rate.js';
import { espeak, hasEspeak } from './sound/espeak.js';
import { trimmed } from './sound/trimmed.js';
import { readWav } from './sound/wav.js';

/** Samples a second of what a recogniser hears. */
export const HEARD_RATE = 16_000;

/** A sentence as it sounds. */
export interface Utterance extends Sentence {
  readonly samples: Int16Array;
}

const RECORDED = join(import.meta.dirname, 'recorded');

/** Every sentence that can be had here: all where espeak-ng is installed, else those that were recorded. */
export const utterances = async (): Promise<readonly Utterance[]> => {
  if (!hasEspeak()) return recorded();
  return Promise.all(
    sentences.map(async (sentence) => {
      const sound = await espeak(sentence.text, sentence.language);
      return { ...sentence, samples: trimmed(atRate(sound, HEARD_RATE)) };
    }),
  );
};

/** @throws Error where it cannot be had here */
export const utteranceOf = async (id: SentenceId): Promise<Int16Array> => {
  const found = (await utterances()).find((utterance) => utterance.id === id);
  if (found === undefined) throw new Error(`${id} was not recorded; espeak-ng would say it`);
  return found.samples;
};

/** What is known without espeak-ng. */
export const recorded = (): readonly Utterance[] => {
  const files = new Set(readdirSync(RECORDED));
  return sentences.flatMap((sentence): Utterance[] => {
    const file = `${sentence.id}.wav`;
    const sound = files.has(file) ? readWav(readFileSync(join(RECORDED, file))) : undefined;
    return sound === undefined ? [] : [{ ...sentence, samples: sound.samples }];
  });
};
