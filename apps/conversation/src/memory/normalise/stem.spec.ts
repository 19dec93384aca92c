import { describe, expect, it } from '@jest/globals';
import { keyOf, tokensOf } from './tokens.js';

const keysOf = (text: string): string[] => tokensOf(text).map(keyOf);

describe('the forms of a word', () => {
  it.each([
    ['haklana', 'haklane', 'haklata', 'हकलाते'],
    ['khareedna', 'kharidne', 'खरीदते'],
    ['buy', 'buying', 'bought'],
    ['teach', 'teaching', 'taught'],
    ['write', 'writing', 'wrote', 'written'],
    ['city', 'cities'],
    ['stop', 'stopped', 'stopping'],
  ])('of %s are one', (...forms) => {
    expect(new Set(forms.flatMap(keysOf)).size).toBe(1);
  });

  it.each([
    ['behen', 'bahana'],
    ['kaam', 'kamra'],
  ])('tell %s from %s', (one, other) => {
    expect(keysOf(one)).not.toEqual(keysOf(other));
  });
});
