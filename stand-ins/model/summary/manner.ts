import { findPhrase, holdsPhrase } from '../reading/phrase.js';
import { isNegated } from '../reading/stance.js';
import { weighs } from '../talk/topic.js';
import { LAUGHTER, PLAIN_ADVICE, POLITE_ADDRESS } from '../words/manner.js';
import type { UserLine } from './transcript.js';

const FEW_WORDS = 6;
const MANY_WORDS = 20;
const EMOJI = /\p{Extended_Pictographic}/u;

/** How the person wrote in a talk: which lines show what. */
export interface Manner {
  /** Judged by the average over all lines. */
  readonly length: 'short' | 'middling' | 'long';
  readonly withEmoji: readonly UserLine[];
  readonly laughing: readonly UserLine[];
  readonly burdened: readonly UserLine[];
  readonly asking: readonly UserLine[];
  readonly wantingAdvice: readonly UserLine[];
  readonly polite: readonly UserLine[];
}

export const mannerOf = (lines: readonly UserLine[]): Manner => {
  const holding = (phrases: readonly string[]): readonly UserLine[] =>
    lines.filter(({ words }) => holdsPhrase(words, phrases));
  return {
    length: lengthOf(lines),
    withEmoji: lines.filter(({ text }) => EMOJI.test(text)),
    laughing: holding(LAUGHTER),
    burdened: lines.filter(({ text }) => weighs(text)),
    asking: lines.filter(({ text }) => text.includes('?')),
    wantingAdvice: lines.filter(({ words }) => wantsPlainAdvice(words)),
    polite: holding(POLITE_ADDRESS),
  };
};

/** "Don't give me advice" asks for the contrary. */
const wantsPlainAdvice = (words: UserLine['words']): boolean => {
  const span = findPhrase(words, PLAIN_ADVICE);
  return span !== undefined && !isNegated(words.filter(({ end }) => end <= span.start));
};

const lengthOf = (lines: readonly UserLine[]): Manner['length'] => {
  const average = lines.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, lines.length);
  if (average <= FEW_WORDS) return 'short';
  return average >= MANY_WORDS ? 'long' : 'middling';
};
