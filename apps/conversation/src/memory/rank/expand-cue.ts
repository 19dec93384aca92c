import type { Cue, CueWord } from './cue.js';
import type { PersonIndex } from './person-index.js';
import { rarity } from './rarity.js';

/** How alike a token of the index must sound to pass for a word of the cue. */
const ALIKE = 0.6;
const BY_SOUND = 0.8;
const BY_SENSE = 0.7;
/** Three consonants are soon alike by chance; four are not. */
const SHORT_BONES = 4;
const SHORT_BONES_SHARE = 0.4;
const BONES_SHARE = 0.65;

/** A word of a cue, with the tokens of the index it may mean. */
export interface ExpandedWord {
  /** How surely each token means it, 0 to 1. */
  readonly strengths: ReadonlyMap<number, number>;
  /** How rare it is among what the person said. */
  readonly weight: number;
}

/** What the words of a cue are in the words of one person. */
export const expandCue = (index: PersonIndex, { words }: Cue): ExpandedWord[] =>
  words.map((word) => {
    const strengths = strengthsOf(index, word);
    const sure = [...strengths].filter(([, strength]) => strength >= BY_SOUND);
    const having = Math.max(1, ...sure.map(([token]) => frequencyOf(index, token)));
    return { strengths, weight: rarity(index.lines.length, having) };
  });

/** In how many messages the word of a token stands, in whatever form. */
export const frequencyOf = ({ vocabulary, keyFrequency }: PersonIndex, token: number): number =>
  keyFrequency[vocabulary.keyOfToken[token] ?? 0] ?? 0;

const strengthsOf = ({ vocabulary }: PersonIndex, { key, grams, related }: CueWord): Map<number, number> => {
  const strengths = new Map<number, number>();
  for (const gram of grams)
    for (const token of vocabulary.withGram(gram))
      strengths.set(token, (strengths.get(token) ?? 0) + shareOf(gram, grams.length));
  for (const [token, strength] of strengths)
    if (strength < ALIKE) strengths.delete(token);
    else strengths.set(token, Math.min(BY_SOUND, strength));
  for (const other of related)
    for (const token of vocabulary.withKey(other))
      strengths.set(token, Math.max(BY_SENSE, strengths.get(token) ?? 0));
  for (const token of vocabulary.withKey(key)) strengths.set(token, 1);
  return strengths;
};

/** How much a shared piece says: the consonants alone nearly all, any other piece its part of the word. */
const shareOf = (gram: string, grams: number): number => {
  if (!gram.startsWith('#')) return BY_SOUND / grams;
  return gram.length - 1 < SHORT_BONES ? SHORT_BONES_SHARE : BONES_SHARE;
};
