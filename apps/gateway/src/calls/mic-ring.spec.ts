import { describe, expect, it } from '@jest/globals';
import { MicRing } from './mic-ring.js';

const numbersIn = (ring: MicRing): number[] => [...ring.all].map((bytes) => bytes[0] ?? -1);

describe('the last frames of a microphone', () => {
  it('are kept in order until they are not needed', () => {
    const ring = new MicRing();
    for (const seq of [1, 2, 3, 4]) ring.add(seq, Uint8Array.of(seq));
    ring.forget(2);
    expect(numbersIn(ring)).toEqual([3, 4]);
    ring.forget(9);
    expect(numbersIn(ring)).toEqual([]);
  });

  it('are those of half a minute at most', () => {
    const ring = new MicRing();
    for (let seq = 0; seq < 5000; seq += 1) ring.add(seq, Uint8Array.of(seq % 256));
    expect(numbersIn(ring)).toHaveLength(1500);
    expect(numbersIn(ring).at(-1)).toBe(4999 % 256);
  });
});
