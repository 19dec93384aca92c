import { MORSE } from './morse.js';

/** A word that no language has: capitals or digits among letters, pairs of hexadecimal digits, escapes. */
const CODE = /^[!-~]*(?:\d|[a-z][A-Z]|[%\\=])[!-~]*$/;
const HEX_PAIR = /^[\da-f]{2}[,;]?$/i;
/** Letters of Morse's, one or with strokes between them, or such a stroke. */
const DOTS_AND_DASHES = /^(?:[.·•\-–—_]{1,7}(?:[/|][.·•\-–—_]{1,7})*)?[/|]?$/;
const ESCAPES = /\\u00|\\x|0x|&#x|[%;,:]/gi;
const BASE32_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const [FIRST_SIGN, SIGNS] = [33, 94];

/** Whether a word may stand for something else. */
export const isCode = (word: string): boolean =>
  HEX_PAIR.test(word) || isDotsAndDashes(word) || CODE.test(word);

export const isDotsAndDashes = (word: string): boolean => DOTS_AND_DASHES.test(word);

/** What words may stand for, read as every code that is known, whatever comes out. */
export const undisguised = (words: readonly string[]): string[] => {
  const joined = words.join('');
  const numbers = words.join(' ').match(/\d+/g) ?? [];
  const decoded = base64(joined);
  return [
    ...decoded,
    ...decoded.flatMap(base64),
    ...hexadecimal(joined),
    base32(joined),
    characters(numbers, 10),
    characters(numbers, 8),
    characters(numbers.join('').match(/[01]{8}/g) ?? [], 2),
    words
      .flatMap((word) => word.split(/[/|]/))
      .map(morseLetter)
      .join(''),
    turned(joined),
  ];
};

/** It may begin anywhere. */
const base64 = (text: string): string[] =>
  [0, 1, 2, 3].map((from) => Buffer.from(text.slice(from), 'base64').toString('latin1'));

const hexadecimal = (text: string): string[] => {
  const hex = text.replaceAll(ESCAPES, '');
  return /^[\da-f]+$/i.test(hex) ? [Buffer.from(hex, 'hex').toString('latin1')] : [];
};

const base32 = (text: string): string => {
  const bits = [...text.toLowerCase()]
    .map((letter) => BASE32_LETTERS.indexOf(letter))
    .flatMap((value) => (value < 0 ? [] : [value.toString(2).padStart(5, '0')]));
  return characters(bits.join('').match(/[01]{8}/g) ?? [], 2);
};

const characters = (numbers: readonly string[], base: number): string =>
  numbers
    .map((digits) => Number.parseInt(digits, base))
    .filter((code) => code < 128)
    .map((code) => String.fromCharCode(code))
    .join('');

const morseLetter = (word: string): string =>
  MORSE.get(word.replaceAll(/[·•]/g, '.').replaceAll(/[–—_]/g, '-')) ?? '';

/** Every sign exchanged for the one half the way round. */
const turned = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) =>
    String.fromCharCode(((sign.charCodeAt(0) - FIRST_SIGN + SIGNS / 2) % SIGNS) + FIRST_SIGN),
  );
