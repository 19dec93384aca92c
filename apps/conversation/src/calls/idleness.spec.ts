import { describe, expect, it } from '@jest/globals';
import { Idleness } from './idleness.js';

/** Looks every second, for four minutes. @returns at which seconds something was done */
const silence = (isHeard: boolean, spokenAt?: number): string[] => {
  const idleness = new Idleness(0);
  const done: string[] = [];
  for (let second = 1; second <= 240 && !done.join().includes('end'); second += 1) {
    if (second === spokenAt) idleness.spoke(second * 1000);
    const action = idleness.check(second * 1000, isHeard);
    if (action !== undefined) done.push(`${action} at ${String(second)} s`);
  }
  return done;
};

describe('somebody who says nothing', () => {
  it('is asked once, and let go', () => {
    expect(silence(true)).toEqual(['nudge at 16 s', 'end at 46 s']);
  });

  it('may take longer where nobody listens', () => {
    expect(silence(false)).toEqual(['end at 181 s']);
  });

  it('has all the time again after a word', () => {
    expect(silence(true, 30)).toEqual(['nudge at 16 s', 'nudge at 46 s', 'end at 76 s']);
  });
});
