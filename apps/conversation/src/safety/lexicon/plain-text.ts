/**
 * A text as the lexicon knows it: lower case, one space between words and at both ends, no punctuation; letters that
 * are typed again and again count twice at most. Devanagari keeps its vowel signs, and loses the dot below.
 */
export const plainText = (text: string): string => {
  const words = text
    .normalize('NFKD')
    .replaceAll('\u093c', '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1$1')
    .trim();
  return words === '' ? ' ' : ` ${words} `;
};

/**
 * Phrases as patterns: a space is the border of words, the rest is a regular expression. A phrase may share its
 * borders with its neighbours.
 */
export const phrases = (...patterns: readonly string[]): RegExp =>
  new RegExp(patterns.map((pattern) => `(?<= )(?:${pattern.trim()})(?= )`).join('|'), 'gu');
