import { describe, expect, it } from '@jest/globals';
import { TokenBucket } from './token-bucket.js';

const NOW = 1_800_000_000_000;

describe('a bucket of 60 calls a minute', () => {
  it('lets sixty through at once, and then one a second', () => {
    const bucket = new TokenBucket(60, NOW);
    const waits = Array.from({ length: 62 }, () => bucket.take(NOW));
    expect(waits.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 0));
    expect(waits.slice(60)).toEqual([1000, 2000]);
  });

  it('is full again after a minute, and never fuller', () => {
    const bucket = new TokenBucket(60, NOW);
    for (let calls = 0; calls < 60; calls += 1) bucket.take(NOW);
    expect([bucket.available(NOW), bucket.available(NOW + 30_000), bucket.available(NOW + 600_000)]).toEqual([
      0, 30, 60,
    ]);
  });

  it('takes back what was not used', () => {
    const bucket = new TokenBucket(1, NOW);
    bucket.take(NOW);
    bucket.giveBack();
    expect(bucket.take(NOW)).toBe(0);
  });

  it('gives nothing for a clock that was set back, and takes nothing', () => {
    const bucket = new TokenBucket(60, NOW);
    bucket.take(NOW);
    expect(bucket.available(NOW - 3_600_000)).toBe(59);
  });
});
