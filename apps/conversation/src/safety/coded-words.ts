import { holdsCanary } from './canary.js';
import { isCode, undisguised } from './disguises.js';
import { DOUBTFUL_LETTERS, type LeakIndex } from './leak-index.js';

/** Words of this length may be something else in disguise; what looks like a code is waited with sooner. */
const LONG_WORD = 24;
const LONG_CODE = 8;
const MOST_CODES = 256;
const LONGEST_CODES = 4096;

/** Follows words that may stand for something else, over all that come in a row. */
export class CodedWords {
  private codes: string[] = [];
  private length = 0;

  constructor(private readonly secret: LeakIndex) {}

  /** Whether what came, with the beginning of a next word, is to be waited with until it is plain what it is. */
  isDoubtfulWith(beginning: string): boolean {
    const { length } = beginning;
    return this.length >= LONG_CODE || length >= LONG_WORD || (length >= LONG_CODE && isCode(beginning));
  }

  /** Takes the next word. @returns whether the words in a row hold what is to be kept */
  read(word: string): boolean {
    if (word.length < LONG_WORD && !isCode(word)) {
      this.forget();
      return false;
    }
    if (this.codes.length >= MOST_CODES || this.length > LONGEST_CODES) this.forget();
    this.codes.push(word);
    this.length += word.length;
    return this.length >= LONG_CODE && undisguised(this.codes).some((text) => this.isSecret(text));
  }

  private forget(): void {
    this.codes = [];
    this.length = 0;
  }

  private isSecret(text: string): boolean {
    return this.secret.longestIn(text) >= DOUBTFUL_LETTERS || holdsCanary(text);
  }
}
