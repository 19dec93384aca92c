import { describe, expect, it } from '@jest/globals';
import { isRunning, leaseSize, secondsUntil } from './window.js';

describe('the size of a lease', () => {
  it.each([
    [{ limit: 120, granted: 0, debt: 0, waiting: 1 }, 15, 'an eighth of the rest'],
    [{ limit: 120, granted: 60, debt: 0, waiting: 1 }, 8, 'an eighth of a smaller rest'],
    [{ limit: 120, granted: 112, debt: 0, waiting: 1 }, 1, 'one by one near the end'],
    [{ limit: 120, granted: 119, debt: 0, waiting: 1 }, 1, 'the last one'],
    [{ limit: 120, granted: 120, debt: 0, waiting: 9 }, 0, 'nothing of nothing'],
    [{ limit: 120, granted: 500, debt: 0, waiting: 9 }, 0, 'nothing when the limit was lowered'],
    [{ limit: 1, granted: 0, debt: 0, waiting: 1 }, 1, 'all of a limit of one'],
    [{ limit: 120, granted: 0, debt: 0, waiting: 40 }, 40, 'as many as wait'],
    [{ limit: 120, granted: 100, debt: 0, waiting: 40 }, 20, 'no more than there is'],
    [{ limit: 120, granted: 0, debt: 40, waiting: 1 }, 50, 'a debt, and an eighth of what it leaves'],
    [{ limit: 120, granted: 100, debt: 40, waiting: 1 }, 20, 'as much of a debt as there is'],
  ])('%j is %i: %s', (standing, size) => {
    expect(leaseSize(standing)).toBe(size);
  });
});

describe('a window', () => {
  it.each([
    [1, true],
    [60_000, true],
    [120_000, true],
    [0, false],
    [-1, false],
    [120_001, false],
  ])('that ends in %i ms holds: %s', (ms, holds) => {
    expect(isRunning(5_000_000 + ms, 5_000_000)).toBe(holds);
  });

  it.each([
    [60_000, 60],
    [59_001, 60],
    [59_000, 59],
    [1, 1],
    [0, 1],
    [-500, 1],
  ])('that ends in %i ms is over in %i seconds', (ms, seconds) => {
    expect(secondsUntil(5_000_000 + ms, 5_000_000)).toBe(seconds);
  });
});
