/** A word that no language has: capitals or digits among letters, pairs of hexadecimal digits, escapes. */
const CODE = /^[!-~]*(?:\d|[a-z][A-Z]|[%\\=])[!-~]*$/;
const HEX_PAIR = /^[\da-f]{2}[,;]?$/i;
const ESCAPES = /\\u00|\\x|0x|&#x|[%;,:]/gi;

/** Whether a word may stand for something else. */
export const isCode = (word: string): boolean => HEX_PAIR.test(word) || CODE.test(word);

/** What words may stand for: base64, hexadecimal, numbers of characters and bits are read, whatever comes out. */
export const undisguised = (words: readonly string[]): string[] => {
  const joined = words.join('');
  const hex = joined.replaceAll(ESCAPES, '');
  const numbers = words.join(' ').match(/\d+/g) ?? [];
  return [
    // It may begin anywhere.
    ...[0, 1, 2, 3].map((from) => Buffer.from(joined.slice(from), 'base64').toString('latin1')),
    ...(/^[\da-f]+$/i.test(hex) ? [Buffer.from(hex, 'hex').toString('latin1')] : []),
    characters(numbers, 10),
    characters(numbers.join('').match(/[01]{8}/g) ?? [], 2),
  ];
};

const characters = (numbers: readonly string[], base: number): string =>
  numbers
    .map((digits) => Number.parseInt(digits, base))
    .filter((code) => code < 128)
    .map((code) => String.fromCharCode(code))
    .join('');
