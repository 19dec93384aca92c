import { describe, expect, it } from '@jest/globals';
import { areStale, HELPLINES } from './helplines.js';
import { CRISIS_TEXTS } from './crisis-texts.js';

describe('the help lines', () => {
  it.each([
    ['2026-01-01', '2026-06-29T00:00:00Z', false],
    ['2026-01-01', '2026-07-02T00:00:00Z', true],
  ])('looked up on %s are stale on %s: %s', (verifiedOn, now, expected) => {
    expect(areStale(verifiedOn, new Date(now))).toBe(expected);
  });

  it('hold every number that is said to somebody in danger', () => {
    const known = HELPLINES.flatMap(({ numbers }) => numbers);
    const said = Object.values(CRISIS_TEXTS)
      .flatMap((texts) => Object.values(texts))
      .flatMap((text) => text.match(/\d[\d-]*\d/g) ?? []);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((number) => !known.includes(number))).toEqual([]);
  });
});
