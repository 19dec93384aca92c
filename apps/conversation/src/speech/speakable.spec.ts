import { describe, expect, it } from '@jest/globals';
import { speakable } from './speakable.js';

describe('what a voice says of a reply', () => {
  it.each([
    ['markdown', '## Hello\n- **one** _really_ `good`\n> idea', 'Hello one really good idea'],
    ['a stage direction', '*smiles softly* I am here. *sighs*', 'I am here.'],
    ['the stars of a stressed word', 'I *really* mean it', 'I really mean it'],
    ['emoji', 'मैं यहीं हूँ 😊❤️👩‍👩‍👧 🇮🇳।', 'मैं यहीं हूँ।'],
    ['smileys', 'Good night :) sleep well <3', 'Good night sleep well'],
    [
      'an address',
      'See https://example.in/a_b?x=1. Or [this page](https://example.in).',
      'See. Or this page.',
    ],
    ['code', 'Look:\n```\nlet x = 1;\n```\nDone', 'Look: Done'],
    ['a star that is cut off', 'That was **hard', 'That was hard'],
    ['the joiner inside a Hindi word', 'क्‍या हाल है?', 'क्‍या हाल है?'],
  ])('goes without, or keeps, %s', (_what, text, said) => {
    expect(speakable(text, 'en')).toBe(said);
  });

  it.each(['😊', '*hugs you*', '---', '…'])('is nothing where there is nothing to say: %s', (text) => {
    expect(speakable(text, 'hi')).toBe('');
  });

  it.each([
    ['₹49.00 a day', 'forty nine rupees a day'],
    ['Rs. 1,99,000 or ₹1', 'one lakh ninety nine thousand rupees or one rupee'],
    ['₹49.50', 'forty nine rupees fifty paise'],
    ['at 7:30, or 8:00', 'at seven thirty, or eight'],
    ['2-3 days, 50% sure, 3.5 km', 'two to three days, fifty percent sure, three point five km'],
    [
      'Call 14416 or 1-800-891-4416',
      'Call one four four one six or one eight zero zero eight nine one four four one six',
    ],
    [
      '12,34,567 at 0:05, and 112%',
      'twelve lakh thirty four thousand five hundred sixty seven at zero five, and one hundred twelve percent',
    ],
    [`₹${'9'.repeat(16)}`, `${'nine '.repeat(16)}rupees`],
    ['9152987821', 'nine one five two nine eight seven eight two one'],
    ['5000 steps on the 2nd in B2', 'five thousand steps on the 2nd in B2'],
  ])('has numbers in English words: %s', (text, said) => {
    expect(speakable(text, 'en')).toBe(said);
  });

  it.each([
    ['सिर्फ़ ₹199 में', 'सिर्फ़ एक सौ निन्यानवे रुपये में'],
    ['रु. ५०, या 20%', 'पचास रुपये, या बीस प्रतिशत'],
    ['112 पर फ़ोन करो, 2-3 बार', 'एक एक दो पर फ़ोन करो, दो से तीन बार'],
  ])('has numbers in Hindi words: %s', (text, said) => {
    expect(speakable(text, 'hi')).toBe(said);
  });
});
