import { frequencyOf, type ExpandedWord } from './expand-cue.js';
import type { PersonIndex } from './person-index.js';
import { rarity } from './rarity.js';

const K1 = 1;
const B = 0.4;

/** What a token adds to the score of a message for one word of the cue. */
interface Share {
  readonly word: number;
  readonly weight: number;
}

/**
 * BM25 of the words of a cue in every message. A word counts by the token that means it most surely. A message
 * that has them all, once each, comes near 1.
 */
export const scoreWords = (index: PersonIndex, words: readonly ExpandedWord[]): Float64Array => {
  const shares = new Map<number, Share[]>();
  for (const [word, { strengths }] of words.entries())
    for (const [token, strength] of strengths)
      enter(shares, token, {
        word,
        weight: strength * rarity(index.lines.length, frequencyOf(index, token)),
      });
  const ideal = words.reduce((sum, { weight }) => sum + weight, 0);
  return scoreShares(index, shares, words.length, ideal);
};

/** BM25 of the pieces of words: what a message shares with the cue in sound. */
export const scoreGrams = (index: PersonIndex, grams: ReadonlySet<string>): Float64Array => {
  const shares = new Map<number, Share[]>();
  const { length: total } = index.lines;
  let ideal = 0;
  for (const [word, gram] of [...grams].entries()) {
    const tokens = index.vocabulary.withGram(gram);
    const having = tokens.reduce((sum, token) => sum + (index.tokenFrequency[token] ?? 0), 0);
    const weight = rarity(total, Math.min(total, Math.max(1, having)));
    ideal += weight;
    for (const token of tokens) enter(shares, token, { word, weight });
  }
  return scoreShares(index, shares, grams.size, ideal);
};

const scoreShares = (
  { lines, averageLength }: PersonIndex,
  shares: ReadonlyMap<number, readonly Share[]>,
  words: number,
  ideal: number,
): Float64Array => {
  const scores = new Float64Array(lines.length);
  if (shares.size === 0 || ideal === 0) return scores;
  const counts = new Uint16Array(words);
  const weights = new Float64Array(words);
  for (const [n, { tokens }] of lines.entries()) {
    const found: number[] = [];
    for (const token of tokens)
      for (const { word, weight } of shares.get(token) ?? []) {
        if (counts[word] === 0) found.push(word);
        counts[word] = (counts[word] ?? 0) + 1;
        weights[word] = Math.max(weights[word] ?? 0, weight);
      }
    if (found.length === 0) continue;
    const lengthFactor = K1 * (1 - B + (B * tokens.length) / averageLength);
    let sum = 0;
    for (const word of found) {
      const count = counts[word] ?? 0;
      sum += ((weights[word] ?? 0) * count * (K1 + 1)) / (count + lengthFactor);
      counts[word] = 0;
      weights[word] = 0;
    }
    scores[n] = sum / ideal;
  }
  return scores;
};

const enter = (shares: Map<number, Share[]>, token: number, share: Share): void => {
  const known = shares.get(token);
  if (known === undefined) shares.set(token, [share]);
  else known.push(share);
};
