import { describe, expect, it } from '@jest/globals';
import { canonicalLabel } from './canonical-label.js';

describe('two spellings of a label', () => {
  it.each([
    ['Honesty', 'honesty'],
    ['  honesty ', 'honesty'],
    ['honest,   kind', 'honest kind'],
    ['self-care', 'self care'],
    ['“honesty”', 'honesty'],
    ['ＨＯＮＥＳＴＹ', 'honesty'],
    ['café', 'cafe\u0301'],
    ['ईमानदारी।', 'ईमानदारी'],
    ['ज़रूरत', 'ज\u093cरूरत'],
    ['ÉTÉ', 'été'],
    ['honesty ❤', 'honesty'],
    ['line\nbreak', 'line break'],
  ])('%j and %j are one', (one, other) => {
    expect(canonicalLabel(one)).toBe(canonicalLabel(other));
  });

  it.each([
    ['honest', 'honesty'],
    ['दिल', 'दिला'],
    ['की', 'के'],
    ['cafe', 'café'],
    ['ईमानदारी', 'imaandari'],
  ])('%j and %j are two', (one, other) => {
    expect(canonicalLabel(one)).not.toBe(canonicalLabel(other));
  });

  it.each(['', '   ', '?!', '।', '❤'])('of nothing but signs, %j, are empty', (text) => {
    expect(canonicalLabel(text)).toBe('');
  });
});
