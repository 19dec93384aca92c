import { holdsCanary } from './canary.js';
import { isCode, undisguised } from './disguises.js';
import { DOUBTFUL_LETTERS, type LeakIndex } from './leak-index.js';

/** Words of this length may be something else in disguise; what looks like a code is waited with sooner. */
const LONG_WORD = 24;
const LONG_CODE = 8;
const MOST_CODES = 256;
const LONGEST_CODES = 4096;
const LETTERS_KEPT = 256;

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

  /** Takes the next word. @returns whether the words in a row that end here hold what is to be kept */
  read(word: string): boolean {
    if (word.length < LONG_WORD && !isCode(word)) return this.end();
    const isFull = this.codes.length >= MOST_CODES || this.length > LONGEST_CODES;
    // What stands across the cut is still seen whole.
    const before = isFull ? this.codes.join(' ').slice(-LETTERS_KEPT).split(' ') : this.codes;
    const isLeak = isFull && this.end();
    this.codes = [...before, word];
    this.length = this.codes.reduce((sum, { length }) => sum + length, 0);
    return isLeak;
  }

  /** The words in a row are over. They are read once, since none is said before. @returns as `read` does */
  end(): boolean {
    const isLeak = this.length >= LONG_CODE && undisguised(this.codes).some((text) => this.isSecret(text));
    this.codes = [];
    this.length = 0;
    return isLeak;
  }

  private isSecret(text: string): boolean {
    return this.secret.longestIn(text) >= DOUBTFUL_LETTERS || holdsCanary(text);
  }
}
