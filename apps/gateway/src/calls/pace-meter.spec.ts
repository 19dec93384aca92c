import { describe, expect, it } from '@jest/globals';
import { PaceMeter } from './pace-meter.js';

const framesAt = (everyMs: number, count: number): boolean[] => {
  const meter = new PaceMeter();
  return Array.from({ length: count }, (_, index) => meter.take(index * everyMs));
};

describe('the pace of a microphone', () => {
  it('is that of time, for an hour and a little faster', () => {
    expect(framesAt(20, 180_000)).not.toContain(false);
    expect(framesAt(17, 180_000)).not.toContain(false);
  });

  it('may make up for a break of a quarter of a minute, and no more', () => {
    expect(framesAt(0, 751).indexOf(false)).toBe(750);
  });

  it('is not twice as fast', () => {
    expect(framesAt(10, 5000)).toContain(false);
  });
});
