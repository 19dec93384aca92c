import { mirrored, reversed, shifted } from './ciphers.js';
import { soundOf } from './letters.js';

/** Letters in a row by which a passage is known again. */
export const GRAM = 12;
/** So much in a row may be what is kept, and is waited with before it is said. */
export const DOUBTFUL_LETTERS = 20;

/** Knows again the passages of a text that is to be kept, also backwards, with its letters shifted by thirteen or mirrored. */
export class LeakIndex {
  private readonly grams = new Set<string>();

  constructor(secret: string) {
    const plain = secret.toLowerCase();
    for (const disguise of [plain, reversed(plain), shifted(plain, 13), mirrored(plain)]) {
      const version = [...disguise].map(soundOf).join('');
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
      const letter = soundOf(character);
      if (letter === '') continue;
      tail = nextTail(tail, letter);
      run = tail.length === GRAM && this.has(tail) ? Math.max(GRAM, run + 1) : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}

/** The last GRAM letters, with one more. */
export const nextTail = (tail: string, letter: string): string =>
  (tail.length < GRAM ? tail : tail.slice(1)) + letter;
