import { describe, expect, it } from '@jest/globals';
import { CallLimit } from './call-limit.js';

const EVERY_MS = 5000;

describe('the time that is left of a call', () => {
  it('is warned of once at a minute and once at fifteen seconds, and cut at its end', () => {
    const limit = new CallLimit();
    const told = [61_000, 60_000, 59_000, 15_000, 14_000, 0].map((remaining_ms) => {
      const { warn, cut } = limit.check({ remaining_ms }, EVERY_MS);
      return [warn, cut];
    });
    expect(told).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('is looked at again no later than something is due', () => {
    const next = (remaining_ms: number | null): number =>
      new CallLimit().check({ remaining_ms }, EVERY_MS).next_ms;
    expect([next(null), next(62_000), next(17_500), next(800)]).toEqual([EVERY_MS, 2000, 2500, 800]);
  });

  it('is warned of anew after a pass that ran meanwhile', () => {
    const limit = new CallLimit();
    const warns = [10_000, null, 10_000].map((remaining_ms) => limit.check({ remaining_ms }, EVERY_MS).warn);
    expect(warns).toEqual([true, false, true]);
  });
});
