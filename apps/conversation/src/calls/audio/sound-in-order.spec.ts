import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SoundInOrder } from './sound-in-order.js';

const handedOn = (ackSeq: number | undefined, ...arriving: number[]): number[] => {
  const order: number[] = [];
  const inOrder = new SoundInOrder(ackSeq, ({ seq }) => order.push(seq));
  for (const seq of arriving) inOrder.take({ kind: 'mic', rid: 0, seq, samples: new Int16Array(1) });
  jest.advanceTimersByTime(1000);
  return order;
};

describe('the frames of a microphone', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['0', [0, 1, 2]],
    ['1', [1, 2, 3]],
  ])('may be counted from %s', (_from, frames) => {
    expect(handedOn(undefined, ...frames)).toEqual(frames);
  });

  it('pass at once over what was left out', () => {
    expect(handedOn(undefined, 1, 2, 9, 10)).toEqual([1, 2, 9, 10]);
  });

  it('are heard once', () => {
    expect(handedOn(undefined, 1, 2, 2, 1, 3)).toEqual([1, 2, 3]);
  });

  it('wait after a break for those that are sent again', () => {
    expect(handedOn(4, 9, 10, 5, 6, 7, 8, 11, 6)).toEqual([5, 6, 7, 8, 9, 10, 11]);
  });

  it('do not wait for ever', () => {
    expect(handedOn(4, 9, 8, 11)).toEqual([8, 9, 11]);
  });
});
