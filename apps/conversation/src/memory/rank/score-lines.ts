import type { PersonIndex } from './person-index.js';

const K1 = 1;
const B = 0.4;

/** How rare something is that stands in so many of so many messages. */
export const rarity = (total: number, having: number): number =>
  Math.log(1 + (total - having + 0.5) / (having + 0.5));

/** BM25 of some keys in every message. */
export const scoreKeys = (index: PersonIndex, keys: ReadonlyMap<string, number>): Float64Array => {
  const weights = new Float64Array(index.vocabulary.keys.length);
  for (const [key, weight] of keys) {
    const id = index.vocabulary.keyId(key);
    if (id !== undefined) weights[id] = weight * rarity(index.lines.length, index.keyFrequency[id] ?? 0);
  }
  const counts = new Uint16Array(weights.length);
  const { keyOfToken } = index.vocabulary;
  return score(index, (tokens, lengthFactor) => {
    const found: number[] = [];
    for (const token of tokens) {
      const key = keyOfToken[token] ?? 0;
      if ((weights[key] ?? 0) === 0) continue;
      if ((counts[key] ?? 0) === 0) found.push(key);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    let sum = 0;
    for (const key of found) {
      sum += (weights[key] ?? 0) * saturated(counts[key] ?? 0, lengthFactor);
      counts[key] = 0;
    }
    return sum;
  });
};

/** BM25 of the pieces of words: what a message shares with the cue in sound. */
export const scoreGrams = (index: PersonIndex, grams: ReadonlySet<string>): Float64Array => {
  const pieces = [...grams].map((gram) => index.vocabulary.withGram(gram)).filter(({ length }) => length > 0);
  const weights = pieces.map((tokens) => {
    const having = tokens.reduce((sum, token) => sum + (index.tokenFrequency[token] ?? 0), 0);
    return rarity(index.lines.length, Math.min(index.lines.length, having));
  });
  const piecesOf = new Map<number, number[]>();
  for (const [piece, tokens] of pieces.entries())
    for (const token of tokens) {
      const known = piecesOf.get(token);
      if (known === undefined) piecesOf.set(token, [piece]);
      else known.push(piece);
    }
  const counts = new Uint16Array(pieces.length);
  return score(index, (tokens, lengthFactor) => {
    const found: number[] = [];
    for (const token of tokens)
      for (const piece of piecesOf.get(token) ?? []) {
        if (counts[piece] === 0) found.push(piece);
        counts[piece] = (counts[piece] ?? 0) + 1;
      }
    let sum = 0;
    for (const piece of found) {
      sum += (weights[piece] ?? 0) * saturated(counts[piece] ?? 0, lengthFactor);
      counts[piece] = 0;
    }
    return sum;
  });
};

const score = (
  { lines, averageLength }: PersonIndex,
  scoreOne: (tokens: Int32Array, lengthFactor: number) => number,
): Float64Array => {
  const scores = new Float64Array(lines.length);
  for (const [n, { tokens }] of lines.entries())
    scores[n] = scoreOne(tokens, K1 * (1 - B + (B * tokens.length) / averageLength));
  return scores;
};

const saturated = (count: number, lengthFactor: number): number =>
  (count * (K1 + 1)) / (count + lengthFactor);
