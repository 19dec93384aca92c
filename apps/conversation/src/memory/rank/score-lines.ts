import { frequencyOf, type ExpandedWord } from './expand-cue.js';
import type { PersonIndex } from './person-index.js';
import { rarity } from './rarity.js';

const K1 = 1;
const B = 0.4;
/** In a long life a word that stands in a quarter of all messages tells none of them apart, and costs the most. */
const COMMON_SHARE = 0.25;
const LONG_LIFE = 1000;

/** What a token adds to the score of a message for one word of the cue. */
interface Share {
  readonly token: number;
  readonly weight: number;
}

/**
 * BM25 of the words of a cue in every message. A word counts by the token that means it most surely. A message
 * that has them all, once each, comes near 1.
 */
export const scoreWords = (index: PersonIndex, words: readonly ExpandedWord[]): Float64Array => {
  const total = index.lines.length;
  const shares = words.map(({ strengths }) =>
    [...strengths].map(([token, strength]) => ({
      token,
      weight: strength * rarity(total, frequencyOf(index, token)),
    })),
  );
  const ideal = words.reduce((sum, { weight }) => sum + weight, 0);
  return scoreShares(index, shares, ideal);
};

/** BM25 of the pieces of words: what a message shares with the cue in sound. */
export const scoreGrams = (index: PersonIndex, grams: ReadonlySet<string>): Float64Array => {
  const total = index.lines.length;
  let ideal = 0;
  const shares = [...grams].map((gram) => {
    const tokens = index.vocabulary.withGram(gram);
    const having = tokens.reduce((sum, token) => sum + (index.tokenFrequency[token] ?? 0), 0);
    const weight = rarity(total, Math.min(total, Math.max(1, having)));
    ideal += weight;
    return tokens.map((token) => ({ token, weight }));
  });
  return scoreShares(index, shares, ideal);
};

/** @param words for each word of the cue the tokens that stand for it */
const scoreShares = (
  { lines, places, averageLength }: PersonIndex,
  words: readonly (readonly Share[])[],
  ideal: number,
): Float64Array => {
  const scores = new Float64Array(lines.length);
  if (ideal === 0) return scores;
  const counts = new Uint16Array(lines.length);
  const weights = new Float64Array(lines.length);
  const most = lines.length < LONG_LIFE ? Infinity : COMMON_SHARE * lines.length;
  for (const shares of words) {
    const touched: number[] = [];
    for (const { token, weight } of shares) {
      const where = places[token] ?? [];
      if (where.length > most) continue;
      for (const n of where) {
        if (counts[n] === 0) touched.push(n);
        counts[n] = (counts[n] ?? 0) + 1;
        weights[n] = Math.max(weights[n] ?? 0, weight);
      }
    }
    for (const n of touched) {
      const count = counts[n] ?? 0;
      const length = lines[n]?.tokens.length ?? 0;
      const lengthFactor = K1 * (1 - B + (B * length) / averageLength);
      scores[n] = (scores[n] ?? 0) + ((weights[n] ?? 0) * count * (K1 + 1)) / (count + lengthFactor) / ideal;
      counts[n] = 0;
      weights[n] = 0;
    }
  }
  return scores;
};
