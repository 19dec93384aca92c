import type { VoiceOf } from './voice.js';
import { SPOKEN_RATE } from './voice.js';

const WORD_MS = 300;
const WORD = (SPOKEN_RATE * WORD_MS) / 1000;
/** The rest of a word's time is silence, so that words can be told apart. */
const SOUNDING = WORD - SPOKEN_RATE / 40;
const FADE = SPOKEN_RATE / 100;
const LOUDNESS = 7000;

/** A tone of 300 ms a word, whatever the word: so what was heard of a text can be counted. */
export const tone: VoiceOf = (text) => {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const samples = new Int16Array(words.length * WORD);
  for (const [index, word] of words.entries()) samples.set(toneOf(word), index * WORD);
  return Promise.resolve(samples);
};

const toneOf = (word: string): Int16Array => {
  const turn = (2 * Math.PI * heightOf(word)) / SPOKEN_RATE;
  return Int16Array.from({ length: SOUNDING }, (_, index) => {
    const fade = Math.min(1, index / FADE, (SOUNDING - index) / FADE);
    return Math.round(LOUDNESS * fade * Math.sin(turn * index));
  });
};

/** The same word sounds the same. */
const heightOf = (word: string): number =>
  220 + 20 * (Array.from(word).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 40);
