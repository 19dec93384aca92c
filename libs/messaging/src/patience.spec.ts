import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { withPatience } from './patience.js';

describe('patience', () => {
  it('hands on what the work comes to', async () => {
    await expect(withPatience(Promise.resolve(7))).resolves.toBe(7);
    await expect(withPatience(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('ends with work that never does', async () => {
    await expect(withPatience(new Promise(() => undefined))).rejects.toThrow('did not answer in time');
  });

  it('does not count the time in which this process itself was busy', async () => {
    const answer = withPatience(pause(10, 'here'));
    const until = performance.now() + 500;
    while (performance.now() < until);
    await expect(answer).resolves.toBe('here');
  });
});
