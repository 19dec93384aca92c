/** A word of a text: folded for comparing, with its place in the original. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}'’\u200c\u200d]+/gu;

/** The words of a text in Devanagari, Latin script or both. */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/**
 * Makes the usual spellings of a word equal: letter case, apostrophes, "haaan" and "haan", "yaar"
 * and "yar", ज़ and ज, हँस and हंस.
 */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/'|’|\u200c|\u200d|\u093c/g, '')
    .replaceAll('\u0901', '\u0902')
    .normalize('NFC')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/aa/g, 'a');
