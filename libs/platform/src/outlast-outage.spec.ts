import { describe, expect, it } from '@jest/globals';
import { outlastOutage } from './outlast-outage.js';

const AWAY = Object.assign(new Error('the server is away'), { code: 'ECONNREFUSED' });

/** Fails as often as there are errors, and then succeeds. */
const failing = (...errors: Error[]): (() => Promise<string>) => {
  const left = [...errors];
  return async () => {
    await Promise.resolve();
    const error = left.shift();
    if (error !== undefined) throw error;
    return `done, ${String(errors.length - left.length)} times refused`;
  };
};

describe('what has to outlast an outage', () => {
  it('is done again until it succeeds', async () => {
    expect(await outlastOutage(failing(AWAY, AWAY), 10_000)).toBe('done, 2 times refused');
  });

  it('is given up at once when it fails for another reason', async () => {
    const wrong = new Error('the row is not as it should be');
    await expect(outlastOutage(failing(wrong), 10_000)).rejects.toBe(wrong);
  });

  it('is given up when the outage lasts too long', async () => {
    await expect(outlastOutage(failing(AWAY, AWAY), 0)).rejects.toBe(AWAY);
  });
});
