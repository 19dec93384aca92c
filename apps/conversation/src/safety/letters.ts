const LETTER = /[\p{L}\p{N}]/u;
const [A, Z] = [97, 122];
const [DEVANAGARI_ZERO, DEVANAGARI_NINE] = [0x966, 0x96f];
/** From here on stand letters in another dress: circled, bold, full width. */
const DRESSED_UP = 0x2100;
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p' },
  ...{ ѕ: 's', т: 't', у: 'y', х: 'x', α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i' },
};

/**
 * A character as the letter or digit that a reader sees in it, in lower case; nothing when it is none: spaces, signs
 * and vowel signs do not count.
 */
export const letterOf = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code >= A && code <= Z) return character;
  if (code >= DRESSED_UP) return plainLetter(character.normalize('NFKC'));
  if (code >= DEVANAGARI_ZERO && code <= DEVANAGARI_NINE) return String(code - DEVANAGARI_ZERO);
  return plainLetter(character);
};

const plainLetter = (character: string): string => {
  if (!LETTER.test(character)) return '';
  const lower = character.toLowerCase();
  return LOOKALIKES[lower] ?? lower;
};

/** What digits and signs stand for when words are w4n70n1y misspelt; of the letters that one digit is read as, one. */
const MISSPELT: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', l: 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' },
};

/** A character as `letterOf` has it, with the digits and signs that may stand for a letter as that letter. */
export const soundOf = (character: string): string => {
  const letter = letterOf(character);
  return MISSPELT[letter === '' ? character : letter] ?? letter;
};

/** How letters are told on the phone, and the digits in words. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ alpha: 'a', alfa: 'a', bravo: 'b', charlie: 'c', delta: 'd', echo: 'e', foxtrot: 'f' },
  ...{ ay: 'a', bee: 'b', see: 'c', cee: 'c', dee: 'd', ee: 'e', ef: 'f', eff: 'f' },
  ...{
    zero: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
  },
  ...{
    shunya: '0',
    ek: '1',
    do: '2',
    teen: '3',
    char: '4',
    chaar: '4',
    paanch: '5',
    panch: '5',
    chhe: '6',
    chhah: '6',
  },
  ...{ saat: '7', aath: '8', nau: '9' },
  ...{
    शून्य: '0',
    एक: '1',
    दो: '2',
    तीन: '3',
    चार: '4',
    पाँच: '5',
    पांच: '5',
    छह: '6',
    छः: '6',
    सात: '7',
    आठ: '8',
    नौ: '9',
  },
  ...{ ए: 'a', बी: 'b', सी: 'c', डी: 'd', ई: 'e', एफ: 'f' },
};

/** The letter or digit that a word names, or is; undefined for any other word. */
export const namedLetter = (word: string): string | undefined => {
  const plain = word.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  const [first, second] = plain;
  return NAMES[plain] ?? (first !== undefined && second === undefined ? letterOf(first) : undefined);
};
