import { describe, expect, it } from '@jest/globals';
import { Playout, WORD_MS } from './playout.js';

describe('what was heard of a reply', () => {
  const playout = new Playout();
  const starts = ['आज का दिन कैसा था? ', 'Mujhe batao, ', 'what hurt the most'].map((text) =>
    playout.add(text),
  );

  it('is cut to whole words, across pieces, and never runs ahead', () => {
    expect(starts).toEqual([0, 5 * WORD_MS, 7 * WORD_MS]);
    expect(playout.heard(0)).toBe('');
    expect(playout.heard(WORD_MS - 1)).toBe('');
    expect(playout.heard(2 * WORD_MS).trim()).toBe('आज का');
    expect(playout.heard(6 * WORD_MS).trim()).toBe('आज का दिन कैसा था? Mujhe');
  });

  it('is always a beginning of what was sent, and at the end all of it', () => {
    for (let ms = 0; ms <= playout.total_ms + WORD_MS; ms += 50)
      expect(playout.text.startsWith(playout.heard(ms))).toBe(true);
    expect(playout.heard(playout.total_ms)).toBe(playout.text);
  });
});
