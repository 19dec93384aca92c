import { describe, expect, it } from '@jest/globals';
import { decimalWords, numberWords } from './number-words.js';

describe('a number in words', () => {
  it.each([
    [0, 'शून्य', 'zero'],
    [20, 'बीस', 'twenty'],
    [39, 'उनतालीस', 'thirty nine'],
    [49, 'उनचास', 'forty nine'],
    [59, 'उनसठ', 'fifty nine'],
    [79, 'उनासी', 'seventy nine'],
    [80, 'अस्सी', 'eighty'],
    [99, 'निन्यानवे', 'ninety nine'],
    [100, 'एक सौ', 'one hundred'],
    [2026, 'दो हज़ार छब्बीस', 'two thousand twenty six'],
    [250_000, 'दो लाख पचास हज़ार', 'two lakh fifty thousand'],
    [10_000_001, 'एक करोड़ एक', 'one crore one'],
  ])('%d is counted as in India', (number, hindi, english) => {
    expect(numberWords(number, 'hi')).toBe(hindi);
    expect(numberWords(number, 'en')).toBe(english);
  });

  it('has a word of its own below a hundred', () => {
    for (const language of ['hi', 'en'] as const) {
      const words = Array.from({ length: 100 }, (_, number) => numberWords(number, language));
      expect(new Set(words.filter((word) => word !== '')).size).toBe(100);
    }
  });

  it('says what is behind its point digit by digit', () => {
    expect(decimalWords('3.05', 'en')).toBe('three point zero five');
    expect(decimalWords('3.5', 'hi')).toBe('तीन दशमलव पाँच');
  });

  it('that is too long to be counted is said digit by digit', () => {
    expect(decimalWords('1'.repeat(400), 'en').split(' ')).toHaveLength(400);
  });
});
