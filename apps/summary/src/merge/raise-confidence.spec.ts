import { describe, expect, it } from '@jest/globals';
import type { FindingField } from '@saathi/contracts';
import { findingsOf, type Findings, type SummaryFields } from './findings.js';
import { confidenceGain, raiseConfidence, sessionQuality } from './raise-confidence.js';

const unknown: SummaryFields = {
  partner_type_one_liner: null,
  top_3_traits_you_value: null,
  what_you_might_work_on: null,
  next_time_focus: null,
  love_language_guess: null,
  communication_fit: null,
};

const found = (values: Partial<Record<FindingField, string[]>>): Findings =>
  findingsOf((field) => (values[field] ?? []).map((value) => ({ value, message_ids: ['m'] })));

const everything = found({
  partner_type_one_liner: ['steady'],
  top_3_traits_you_value: ['honesty'],
  what_you_might_work_on: ['rest'],
  next_time_focus: ['exam'],
  love_language_guess: ['words'],
  communication_fit: ['short'],
});

const disagreeing: SummaryFields = {
  ...unknown,
  top_3_traits_you_value: ['humour'],
  what_you_might_work_on: ['money'],
  love_language_guess: 'time',
};

describe('the quality of a session', () => {
  it.each([
    ['a long one with everything in it', 20, everything, unknown, 1],
    ['a longer one is no better', 500, everything, unknown, 1],
    ['a long one with nothing in it', 20, found({}), unknown, 0.7],
    ['a short one with nothing in it', 3, found({}), unknown, 0.36],
    [
      'one with half of the fields',
      10,
      found({ next_time_focus: ['exam'], communication_fit: ['short'], love_language_guess: ['words'] }),
      unknown,
      0.65,
    ],
    ['one that contradicts all it can', 20, everything, disagreeing, 0.85],
    [
      'one that agrees under another spelling',
      20,
      everything,
      { ...unknown, top_3_traits_you_value: ['HONESTY!'] },
      1,
    ],
    [
      'one that shares one trait of three',
      20,
      found({ top_3_traits_you_value: ['honesty', 'calm'] }),
      { ...unknown, top_3_traits_you_value: ['calm'] },
      0.75,
    ],
  ])('of %s', (_what, turns, findings, known, quality) => {
    expect(sessionQuality(turns, findings, known)).toBe(quality);
  });

  it('is between 0 and 1 with two decimals, whatever comes', () => {
    for (let turns = 0; turns <= 60; turns += 1) {
      const quality = sessionQuality(turns, turns % 2 === 0 ? everything : found({}), disagreeing);
      expect(quality).toBeGreaterThanOrEqual(0);
      expect(quality).toBeLessThanOrEqual(1);
      expect(Number(quality.toFixed(2))).toBe(quality);
    }
  });
});

describe('the gain of a session', () => {
  it.each([
    [0, 5],
    [0.01, 5.05],
    [0.36, 6.8],
    [0.5, 7.5],
    [0.99, 9.95],
    [1, 10],
  ])('of quality %d is %d', (quality, gain) => {
    expect(confidenceGain(quality)).toBe(gain);
  });
});

describe('the confidence', () => {
  it.each([
    [0, 10, 10],
    [0.1, 0.2, 0.3],
    [84.95, 10, 94.95],
    [85, 10, 95],
    [94.99, 5, 95],
    [95, 10, 95],
  ])('of %d rises by %d to %d', (before, gain, after) => {
    expect(raiseConfidence(before, gain)).toBe(after);
  });
});
