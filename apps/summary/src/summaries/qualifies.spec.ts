import { describe, expect, it } from '@jest/globals';
import { qualifies } from './qualifies.js';

describe('a session', () => {
  it.each([
    ['chat', 0, 0, false],
    ['chat', 2, 0, false],
    ['chat', 3, 0, true],
    ['chat', 2, 600, false],
    ['call', 2, 30, true],
    ['call', 1, 600, false],
    ['call', 2, 29, false],
    ['call', 20, 0, false],
  ] as const)('by %s with %i turns and %i seconds is learned from: %s', (type, turns, seconds, learned) => {
    expect(qualifies(type, turns, seconds)).toBe(learned);
  });
});
