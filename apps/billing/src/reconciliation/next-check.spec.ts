import { describe, expect, it } from '@jest/globals';
import { isTooOldToAppear, nextCheckAt } from './next-check.js';

const OPENED = new Date('2026-11-25T12:00:00Z');
const EXPIRES = new Date('2026-11-25T12:30:00Z');
const order = { created_at: OPENED, expires_at: EXPIRES };

const after = (seconds: number): Date => new Date(OPENED.getTime() + seconds * 1000);

/** Every check of an order that stays open, in seconds since it was opened. */
const checks = (intervalSeconds: number): number[] => {
  const seconds: number[] = [];
  let at = nextCheckAt(order, intervalSeconds, OPENED);
  while (at !== null) {
    seconds.push((at.getTime() - OPENED.getTime()) / 1000);
    at = nextCheckAt(order, intervalSeconds, at);
  }
  return seconds;
};

describe('an order that stays open', () => {
  it('is asked about nine times in a day, by the usual interval', () => {
    expect(checks(30)).toEqual([30, 120, 300, 600, 1200, 1860, 2700, 21_600, 86_400]);
  });

  it('is asked about sooner by a shorter interval', () => {
    expect(checks(1).slice(0, 6)).toEqual([1, 4, 10, 20, 40, 1860]);
  });

  it('is asked about in order, and never more than ten times, by any interval', () => {
    for (const interval of [1, 7, 30, 600, 3600]) {
      expect(checks(interval)).toEqual(checks(interval).toSorted((one, other) => one - other));
      expect(checks(interval).length).toBeLessThanOrEqual(10);
    }
  });

  it('is asked about once after an outage, and goes on from there', () => {
    expect(nextCheckAt(order, 30, after(3000))).toEqual(after(21_600));
  });

  it('is left alone after a day', () => {
    expect(nextCheckAt(order, 30, after(86_400))).toBeNull();
  });
});

describe('an order that Cashfree does not know', () => {
  it.each([
    [86_399, false],
    [86_400, true],
  ])('is believed lost after a day: %i s', (seconds, lost) => {
    expect(isTooOldToAppear(order, after(seconds))).toBe(lost);
  });
});
