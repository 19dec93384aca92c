import type { Cue, CueWord } from './cue.js';
import type { PersonIndex } from './person-index.js';
import { rarity } from './score-lines.js';

/** How alike a token of the index must sound to pass for a word of the cue. */
const ALIKE = 0.5;
const BY_SOUND = 0.8;
const BY_SENSE = 0.6;
/** In a shorter life every word is common; how rare it is, is guessed as if there were so many messages. */
const FULL_LIFE = 300;

/** Tells how much of a cue stands in a line and the ones beside it, 0 to 1; the rarer a word, the more it counts. */
export const coverageOf = (index: PersonIndex, cue: Cue): ((n: number) => number) => {
  const words = cue.words.map((word) => {
    const strengths = strengthsOf(index, word);
    const having = [...strengths.keys()].reduce((sum, token) => sum + (index.tokenFrequency[token] ?? 0), 0);
    const total = Math.max(index.lines.length, FULL_LIFE);
    return { strengths, weight: rarity(total, Math.min(total, Math.max(1, having))) };
  });
  const asked = words.reduce((sum, { weight }) => sum + weight, 0);
  return (n) => {
    const there = tokensAround(index, n);
    let found = 0;
    for (const { strengths, weight } of words) {
      let strongest = 0;
      for (const token of there) strongest = Math.max(strongest, strengths.get(token) ?? 0);
      found += weight * strongest;
    }
    return asked === 0 ? 0 : found / asked;
  };
};

const tokensAround = ({ lines }: PersonIndex, n: number): Set<number> => {
  const near = [lines[n]?.before, n, lines[n]?.after].flatMap((at) => at ?? []);
  return new Set(near.flatMap((at) => [...(lines[at]?.tokens ?? [])]));
};

/** The tokens of the index that a word of the cue may mean, and how surely. */
const strengthsOf = ({ vocabulary }: PersonIndex, { key, grams, related }: CueWord): Map<number, number> => {
  const strengths = new Map<number, number>();
  for (const gram of grams)
    for (const token of vocabulary.withGram(gram))
      strengths.set(
        token,
        gram.startsWith('#') ? BY_SOUND : (strengths.get(token) ?? 0) + BY_SOUND / grams.length,
      );
  for (const [token, strength] of strengths) if (strength < ALIKE * BY_SOUND) strengths.delete(token);
  for (const other of related) for (const token of vocabulary.withKey(other)) strengths.set(token, BY_SENSE);
  for (const token of vocabulary.withKey(key)) strengths.set(token, 1);
  return strengths;
};
