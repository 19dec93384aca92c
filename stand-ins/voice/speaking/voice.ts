import { atRate } from '../sound/at-rate.js';
import { espeak } from '../sound/espeak.js';

/** Samples a second of what it says. */
export const SPOKEN_RATE = 24_000;

/** Makes sound of a text. */
export type VoiceOf = (text: string) => Promise<Int16Array>;

const WORDS_PER_MINUTE = 155;

/** A voice that people understand, if not one that they like. */
export const espeakVoice: VoiceOf = async (text) => {
  const language = /\p{Script=Devanagari}/u.test(text) ? 'hi' : 'en-us';
  return atRate(await espeak(text, language, WORDS_PER_MINUTE), SPOKEN_RATE);
};
