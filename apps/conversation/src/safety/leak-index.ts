/** Letters in a row by which a passage is known again. */
export const GRAM = 12;

/** Knows again the passages of a text that is to be kept, also backwards or with its letters shifted by thirteen. */
export class LeakIndex {
  private readonly grams = new Set<string>();

  constructor(secret: string) {
    const letters = [...secret].map(letterOf).join('');
    for (const version of [letters, [...letters].reverse().join(''), letters.replaceAll(/[a-z]/g, shifted)]) {
      for (let at = 0; at + GRAM <= version.length; at += 1) this.grams.add(version.slice(at, at + GRAM));
    }
  }

  /** @param tail exactly GRAM letters */
  has(tail: string): boolean {
    return this.grams.has(tail);
  }

  /** The longest passage of the secret in a text, in letters; 0 when it is shorter than GRAM. */
  longestIn(text: string): number {
    let tail = '';
    let run = 0;
    let longest = 0;
    for (const character of text) {
      const letter = letterOf(character);
      if (letter === '') continue;
      tail = nextTail(tail, letter);
      run = tail.length === GRAM && this.has(tail) ? Math.max(GRAM, run + 1) : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}

const LETTER = /[\p{L}\p{N}]/u;
const Z = 122;
const A = 97;

/** The character in lower case, or nothing when it is no letter: spaces, signs and vowel signs do not count. */
export const letterOf = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code >= A && code <= Z) return character;
  return LETTER.test(character) ? character.toLowerCase() : '';
};

/** The last GRAM letters, with one more. */
export const nextTail = (tail: string, letter: string): string =>
  (tail.length < GRAM ? tail : tail.slice(1)) + letter;

const shifted = (letter: string): string => String.fromCharCode(((letter.charCodeAt(0) - A + 13) % 26) + A);
