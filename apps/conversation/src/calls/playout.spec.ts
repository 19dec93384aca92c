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

  it('follows the sound where there is one, and never runs ahead of what was sent', () => {
    const spoken = new Playout();
    expect(spoken.begin('one two three four ')).toBe(0);
    spoken.grow(400);
    expect(spoken.heard(400).trim()).toBe('one');
    spoken.grow(400);
    spoken.close();
    expect(spoken.heard(400).trim()).toBe('one two');
    expect(spoken.begin('five six')).toBe(800);
    expect(spoken.heard(800)).toBe('one two three four ');
    spoken.grow(2000);
    spoken.close();
    expect(spoken.heard(1800).trim()).toBe('one two three four five');
    expect(spoken.heard(spoken.total_ms)).toBe(spoken.text);
  });

  it('is all of what could only be shown, as soon as what was before it was heard', () => {
    const shown = new Playout();
    shown.begin('one ');
    shown.grow(300);
    shown.close();
    shown.begin('two');
    shown.close();
    expect(shown.heard(299)).toBe('');
    expect(shown.heard(300)).toBe('one two');
  });
});
