import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PlayClock } from './play-clock.js';

describe('how long a reply has been heard', () => {
  let aliveAt: number;
  let clock: PlayClock;

  /** Time passes, on a line that lives. */
  const listen = (ms: number): void => {
    jest.advanceTimersByTime(ms);
    aliveAt = Date.now();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    aliveAt = Date.now();
    clock = new PlayClock(() => aliveAt);
    clock.start();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is the time since it began, without what it was held back', () => {
    listen(1000);
    clock.hold();
    listen(500);
    clock.goOn();
    listen(200);
    expect(clock.ms).toBe(1200);
  });

  it('is not the time on a line that died', () => {
    listen(1000);
    jest.advanceTimersByTime(5000);
    expect(clock.ms).toBe(1000);
  });

  it('leaves out a gap when the line lives again', () => {
    listen(1000);
    jest.advanceTimersByTime(5000);
    clock.leaveOutGap();
    aliveAt = Date.now();
    listen(300);
    expect(clock.ms).toBe(1300);
  });

  it('leaves no more out than there was', () => {
    clock.hold();
    jest.advanceTimersByTime(5000);
    clock.leaveOutGap();
    clock.goOn();
    listen(300);
    expect(clock.ms).toBe(300);
  });
});
