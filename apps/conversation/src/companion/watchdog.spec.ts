import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Watchdog } from './watchdog.js';

let dog: Watchdog;

beforeEach(() => {
  jest.useFakeTimers();
  dog = new Watchdog(1000, 500, 3000);
});

afterEach(() => {
  dog.stop();
  jest.useRealTimers();
});

const reason = (): unknown => (dog.signal.reason as Error | undefined)?.message;

describe('a wait that is watched', () => {
  it('is given up when no first word comes', () => {
    jest.advanceTimersByTime(999);
    expect(dog.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(reason()).toBe('no first word came');
  });

  it('is given up when the words stop half-way', () => {
    jest.advanceTimersByTime(900);
    dog.heard();
    jest.advanceTimersByTime(499);
    expect(dog.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(reason()).toBe('the answer stopped half-way');
  });

  it('is given up when it takes too long, though words keep coming', () => {
    for (let heard = 0; heard < 10; heard += 1) {
      dog.heard();
      jest.advanceTimersByTime(299);
    }
    expect(dog.signal.aborted).toBe(false);
    dog.heard();
    jest.advanceTimersByTime(10);
    expect(reason()).toBe('the answer took too long');
  });

  it('is left alone when it is over', () => {
    dog.heard();
    dog.stop();
    jest.advanceTimersByTime(10_000);
    expect(dog.signal.aborted).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });
});
