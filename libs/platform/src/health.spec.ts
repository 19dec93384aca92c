import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Health } from './health.js';

const well = (): Promise<void> => Promise.resolve();
const ill = (): Promise<void> => Promise.reject(new Error('away'));
const silent = (): Promise<void> => new Promise(() => undefined);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('the health of a process', () => {
  it('is good while nothing was added', async () => {
    expect(await new Health().failing()).toEqual([]);
  });

  it('names the parts that fail', async () => {
    const health = new Health();
    health.add('nats', well);
    health.add('postgres', ill);
    health.add('mail', ill);
    expect(await health.failing()).toEqual(['postgres', 'mail']);
  });

  it('does not wait longer than a second for a part that does not answer', async () => {
    const health = new Health();
    health.add('nats', well);
    health.add('postgres', silent);
    const failing = health.failing();
    await jest.advanceTimersByTimeAsync(1000);
    expect(await failing).toEqual(['postgres']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind when all is well', async () => {
    const health = new Health();
    health.add('nats', well);
    await health.failing();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('takes a check that throws for one that fails', async () => {
    const health = new Health();
    health.add('nats', () => {
      throw new Error('away');
    });
    expect(await health.failing()).toEqual(['nats']);
  });

  it('is over when the process leaves, whatever its parts say', async () => {
    const health = new Health();
    health.add('nats', well);
    health.leave();
    expect(await health.failing()).toEqual(['shutdown']);
  });
});
