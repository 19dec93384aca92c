import { describe, expect, it } from '@jest/globals';
import { trendPath, trendPoints } from './trend-path';

const ground = { width: 300, height: 100, top: 100 };

describe('the curve of the confidence', () => {
  it('goes from the left edge to the right one', () => {
    expect(trendPoints([10, 20, 30], ground)).toEqual([
      { x: 0, y: 90 },
      { x: 150, y: 80 },
      { x: 300, y: 70 },
    ]);
  });

  it('shows a single evening at the right, where the next ones will follow', () => {
    expect(trendPoints([8], ground)).toEqual([{ x: 300, y: 92 }]);
  });

  it('stays on its ground whatever the values are', () => {
    expect(trendPoints([-5, 140], ground).map(({ y }) => y)).toEqual([100, 0]);
  });

  it('is a path through every point, and nothing for no point', () => {
    expect(trendPath(trendPoints([10, 30], ground))).toBe('M0 90C150 90 150 70 300 70');
    expect(trendPath([])).toBe('');
  });
});
