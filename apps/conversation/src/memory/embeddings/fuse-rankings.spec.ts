import { describe, expect, it } from '@jest/globals';
import { readCue } from '../rank/cue.js';
import { PersonIndex } from '../rank/person-index.js';
import { rankLines } from '../rank/rank-lines.js';
import { fuseRankings } from './fuse-rankings.js';

const index = new PersonIndex();
for (const [n, norm] of ['parrot cage', 'cage door', 'rain'].entries())
  index.add({ id: `m${String(n)}`, session_id: String(n), role: 'user', norm, at: n });
const byWords = rankLines(index, readCue('the parrot in its cage'));
const idsOf = (ranked: readonly { line: { id: string } }[]): string[] => ranked.map(({ line }) => line.id);

describe('a ranking by words and one by meaning', () => {
  it('is the one by words when nothing is known of the meaning', () => {
    expect(fuseRankings(index, byWords, [])).toBe(byWords);
  });

  it('puts first what both put first', () => {
    const fused = fuseRankings(index, byWords, [
      { n: 0, similarity: 0.5 },
      { n: 2, similarity: 0.4 },
    ]);
    expect(idsOf(fused.ranked)[0]).toBe('m0');
    expect(idsOf(fused.ranked)).toContain('m2');
    expect(fused.coverage).toBe(byWords.coverage);
  });

  it('finds what no word gave away when the meaning is near', () => {
    const nothing = rankLines(index, readCue('umbrella'));
    const fused = fuseRankings(index, nothing, [{ n: 2, similarity: 0.8 }]);
    expect([idsOf(fused.ranked), fused.coverage]).toEqual([['m2'], 1]);
  });

  it('shows nothing that may not be shown', () => {
    expect(fuseRankings(index, byWords, [{ n: 0, similarity: 1 }], () => false)).toBe(byWords);
  });
});
