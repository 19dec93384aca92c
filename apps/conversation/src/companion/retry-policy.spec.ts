import { describe, expect, it } from '@jest/globals';
import { ModelFailure } from './model-failure.js';
import { pauseBeforeRetry } from './retry-policy.js';

describe('a model that failed before its first word', () => {
  it.each<[ModelFailure['kind'], number, number | undefined]>([
    ['unreachable', 0, 450],
    ['unreachable', 1, 900],
    ['unreachable', 2, undefined],
    ['busy', 0, 450],
    ['broken', 1, 900],
    ['refused', 0, undefined],
  ])('%s, after %i retries: is asked again in %s ms', (kind, retries, expected) => {
    expect(pauseBeforeRetry(new ModelFailure(kind, 'x'), retries, 0.5)).toBe(expected);
  });

  it.each([
    [1000, 1000],
    [5000, 5000],
    [5001, undefined],
  ])('and asks for %i ms gets %s', (asked, expected) => {
    expect(pauseBeforeRetry(new ModelFailure('busy', 'x', asked), 0, 0.5)).toBe(expected);
  });

  it('is not asked again for a fault of ours', () => {
    expect(pauseBeforeRetry(new Error('x'), 0, 0)).toBeUndefined();
  });
});
