import { describe, expect, it } from '@jest/globals';
import { excerpt } from './excerpt.js';

describe('an excerpt', () => {
  it('of what is short is all of it', () => {
    expect(excerpt('आज का दिन लंबा था', 80)).toBe('आज का दिन लंबा था');
  });

  it('ends with a whole word, and is never longer than wished', () => {
    const text = 'kal office mein boss ne sabke saamne daanta';
    expect(excerpt(text, 20)).toBe('kal office mein …');
    for (let most = 10; most < 60; most += 1)
      expect([...excerpt(text, most)].length).toBeLessThanOrEqual(most);
  });

  it('cuts what has no words, and no letter in two', () => {
    expect(excerpt('😀'.repeat(50), 10)).toBe(`${'😀'.repeat(8)} …`);
    expect(excerpt('👩‍👩‍👧'.repeat(9), 10)).toBe('👩‍👩‍👧 …');
    expect(excerpt('कि'.repeat(9), 9)).toBe('किकिकि …');
  });
});
