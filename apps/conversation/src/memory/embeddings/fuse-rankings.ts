import type { PersonIndex } from '../rank/person-index.js';
import type { RankedLine, Ranking } from '../rank/rank-lines.js';
import type { AlikeLine } from './meanings.service.js';

/** How little the first places of one ranking outweigh the other: the usual constant of reciprocal rank fusion. */
const DAMPING = 60;
/** So near in meaning that it counts as found, whatever the words are. */
const SURELY_ALIKE = 0.55;

/** Makes one ranking of two: by words, and by meaning. With none by meaning it stays as it is. */
export const fuseRankings = (
  index: PersonIndex,
  byWords: Ranking,
  byMeaning: readonly AlikeLine[],
  mayBeShown: (id: string) => boolean = () => true,
): Ranking => {
  const alike = byMeaning.filter(({ n }) => mayBeShown(index.lines[n]?.id ?? ''));
  if (alike.length === 0) return byWords;
  const fused = new Map<number, number>();
  const add = (n: number, place: number): void => {
    fused.set(n, (fused.get(n) ?? 0) + 1 / (DAMPING + place));
  };
  for (const [place, { n }] of byWords.ranked.entries()) add(n, place);
  for (const [place, { n }] of alike.entries()) add(n, place);
  const ranked = [...fused]
    .flatMap(([n, score]): RankedLine[] => {
      const line = index.lines[n];
      return line === undefined ? [] : [{ line, n, score }];
    })
    .sort((one, other) => other.score - one.score || other.line.at - one.line.at);
  const surest = alike[0]?.similarity ?? 0;
  return { ranked, coverage: surest >= SURELY_ALIKE ? 1 : byWords.coverage };
};
