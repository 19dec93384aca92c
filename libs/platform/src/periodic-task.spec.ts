import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PeriodicTask } from './periodic-task.js';

beforeEach(() => {
  jest.useFakeTimers();
  Logger.overrideLogger(false);
});

afterEach(() => {
  jest.useRealTimers();
});

/** A task whose rounds last as long as one lets them. */
const gated = (): { task: () => Promise<void>; begun: () => number; finish: () => Promise<void> } => {
  let rounds = 0;
  let open: (() => void) | undefined;
  return {
    task: () => {
      rounds += 1;
      return new Promise((resolve) => (open = resolve));
    },
    begun: () => rounds,
    finish: async () => {
      open?.();
      await jest.advanceTimersByTimeAsync(0);
    },
  };
};

describe('a periodic task', () => {
  it('runs at once and then every interval', async () => {
    let rounds = 0;
    const task = new PeriodicTask('count', 1000, () => {
      rounds += 1;
      return Promise.resolve();
    });
    task.start();
    expect(rounds).toBe(1);
    await jest.advanceTimersByTimeAsync(3000);
    expect(rounds).toBe(4);
    await task.stop();
  });

  it('never runs twice at once, however long a round takes', async () => {
    const { task, begun, finish } = gated();
    const slow = new PeriodicTask('slow', 1000, task);
    slow.start();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(1);
    await finish();
    await jest.advanceTimersByTimeAsync(1000);
    expect(begun()).toBe(2);
    const stopping = slow.stop();
    await finish();
    await stopping;
  });

  it('goes on after a round that failed', async () => {
    let rounds = 0;
    const task = new PeriodicTask('fail', 1000, () => {
      rounds += 1;
      return Promise.reject(new Error('the database is away'));
    });
    task.start();
    await jest.advanceTimersByTimeAsync(2000);
    expect(rounds).toBe(3);
    await task.stop();
  });

  it('waits for its last round when it is stopped, and runs no more', async () => {
    const { task, begun, finish } = gated();
    const slow = new PeriodicTask('slow', 1000, task);
    slow.start();
    let stopped = false;
    const stopping = slow.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(5000);
    expect(stopped).toBe(false);
    await finish();
    await stopping;
    await jest.advanceTimersByTimeAsync(5000);
    expect(begun()).toBe(1);
  });

  it('may be stopped between two rounds, and before the first', async () => {
    let rounds = 0;
    const count = (): Promise<void> => {
      rounds += 1;
      return Promise.resolve();
    };
    const task = new PeriodicTask('count', 1000, count);
    task.start();
    await jest.advanceTimersByTimeAsync(500);
    await task.stop();
    await new PeriodicTask('never', 1000, count).stop();
    await jest.advanceTimersByTimeAsync(5000);
    expect(rounds).toBe(1);
  });
});
