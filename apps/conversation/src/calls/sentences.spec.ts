import { describe, expect, it } from '@jest/globals';
import { Sentences } from './sentences.js';

/** What a text is cut into when it comes in pieces of this size. */
const cut = (text: string, size: number): string[] => {
  const sentences = new Sentences();
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...sentences.push(text.slice(at, at + size)));
  return [...pieces, ...sentences.end()];
};

describe('a reply that is cut to be spoken', () => {
  it.each([
    ['at the danda', 'आज का दिन भारी था। मैं यहीं हूँ। ', ['आज का दिन भारी था। ', 'मैं यहीं हूँ। ']],
    [
      'at the first comma, so that a voice begins soon',
      'I hear you now, that was hard. ',
      ['I hear you now, ', 'that was hard. '],
    ],
    [
      'not after an abbreviation',
      'Please ask Dr. Rao about it today. ',
      ['Please ask Dr. Rao about it today. '],
    ],
    ['not before it is worth a breath', 'Haan. Main sun rahi hoon. ', ['Haan. Main sun rahi hoon. ']],
  ])('is cut %s', (_where, text, pieces) => {
    expect(cut(text, 1)).toEqual(pieces);
  });

  it('loses and changes nothing, however it comes', () => {
    const text = 'Dr. Rao said 3.5, then… "no!"\nरु. 20 दो। Fine';
    for (const size of [1, 2, 7, 100]) expect(cut(text, size).join('')).toBe(text);
  });
});
