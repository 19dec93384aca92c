import { expect, it } from '@jest/globals';
import { nextDelay } from './backoff.mjs';

it('starts a process again at once when it had been working', () => {
  expect(nextDelay(5000, 60_000)).toBe(0);
});

it('waits longer each time when it dies at its start, but never long', () => {
  const waits = [0];
  for (let death = 0; death < 8; death += 1) waits.push(nextDelay(waits.at(-1) ?? 0, 10));
  expect(waits).toEqual([0, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
});
