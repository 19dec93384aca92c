import { romanise } from './devanagari.js';
import { fold } from './fold.js';
import { stemEnglish, stemHindi } from './stem.js';

const DEVANAGARI = /[\u0900-\u097f]/;
const DEVANAGARI_ZERO = 0x0966;
/** Longer runs of letters are no words: keys, addresses, keyboard mash. */
const LONGEST_TOKEN = 40;

/** The words of a text in one script: lower case, Latin letters, ASCII digits. */
export const tokensOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[०-९]/g, (digit) => String((digit.codePointAt(0) ?? DEVANAGARI_ZERO) - DEVANAGARI_ZERO))
    .replace(/n['’]t\b/g, '')
    .replace(/['’](s|re|ve|ll|d|m)\b/g, '');
  const words = plain.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return words
    .map((word) => (DEVANAGARI.test(word) ? romanise(word) : word.normalize('NFD').replace(/\p{Mn}/gu, '')))
    .filter((word) => word !== '' && word.length <= LONGEST_TOKEN);
};

/** What all spellings and forms of a word have in common. */
export const keyOf = (token: string): string => stemHindi(fold(stemEnglish(token)));
