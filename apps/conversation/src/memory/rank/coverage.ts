import type { ExpandedWord } from './expand-cue.js';
import type { PersonIndex } from './person-index.js';

/** How much of a cue stands in a line and the ones beside it, 0 to 1; the rarer a word, the more it counts. */
export const coverageAt = (index: PersonIndex, words: readonly ExpandedWord[], n: number): number => {
  const there = tokensAround(index, n);
  let [asked, found] = [0, 0];
  for (const { strengths, weight } of words) {
    let strongest = 0;
    for (const token of there) strongest = Math.max(strongest, strengths.get(token) ?? 0);
    asked += weight;
    found += weight * strongest;
  }
  return asked === 0 ? 0 : found / asked;
};

const tokensAround = ({ lines }: PersonIndex, n: number): Set<number> => {
  const near = [lines[n]?.before, n, lines[n]?.after].flatMap((at) => at ?? []);
  return new Set(near.flatMap((at) => [...(lines[at]?.tokens ?? [])]));
};
