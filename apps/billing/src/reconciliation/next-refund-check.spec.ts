import { describe, expect, it } from '@jest/globals';
import { nextRefundCheckAt } from './next-refund-check.js';

const PAID = new Date('2026-11-25T12:00:00Z');
const HOUR_MS = 3_600_000;

const after = (hours: number): Date => new Date(PAID.getTime() + hours * HOUR_MS);

describe('whether money of an order went back', () => {
  it('is asked six times in a month, ever more seldom', () => {
    const hours: number[] = [];
    let at = nextRefundCheckAt(PAID, PAID);
    while (at !== null) {
      hours.push((at.getTime() - PAID.getTime()) / HOUR_MS);
      at = nextRefundCheckAt(PAID, at);
    }
    expect(hours).toEqual([1, 6, 24, 72, 168, 720]);
  });

  it('is asked once after an outage, and goes on from there', () => {
    expect(nextRefundCheckAt(PAID, after(100))).toEqual(after(168));
  });

  it('is not asked any more after a month', () => {
    expect(nextRefundCheckAt(PAID, after(720))).toBeNull();
  });
});
