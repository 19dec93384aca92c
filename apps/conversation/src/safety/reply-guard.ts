import { isHarmful, isTrigger } from './harmful-reply.js';
import { GRAM, letterOf, nextTail, type LeakIndex } from './leak-index.js';

/** What a reply must not say: the companion's own instructions, or words that harm. */
export type Breach = 'leak' | 'harmful_reply';

/** So much of the instructions in a row is no chance any more; so much is waited with before it is said. */
const LEAKED_LETTERS = 40;
const LEAKED_WORDS = 8;
const DOUBTFUL_LETTERS = 20;
/** A word of this length may be something else in disguise. */
const LONG_WORD = 24;
const LONGEST_WORD = 4096;
const LONGEST_SENTENCE = 400;

const SPACE = /\s/u;
const SENTENCE_END = /[.!?।\n]/u;

/**
 * Reads a reply on its way to the person and lets through what may be said. Nearly everything passes at once; what
 * may turn out to be something else waits until it is plain what it is.
 */
export class ReplyGuard {
  /** What the reply was about to say when it was stopped. */
  breach: Breach | undefined;
  private held = '';
  private word = '';
  private sentence = '';
  private isSuspicious = false;
  private tail = '';
  private letters = 0;
  private words = 0;

  constructor(private readonly secret: LeakIndex) {}

  /** Takes the next piece. @returns what may be said of all that came */
  push(piece: string): string {
    let free = '';
    for (const character of piece) {
      if (this.breach !== undefined) break;
      this.held += character;
      this.read(character);
      if (!this.isDoubtful) {
        free += this.held;
        this.held = '';
      }
    }
    return free;
  }

  /** The reply is over. @returns what was still waiting and may be said */
  end(): string {
    this.endWord();
    this.endSentence();
    const rest = this.breach === undefined ? this.held : '';
    this.held = '';
    return rest;
  }

  private get isDoubtful(): boolean {
    return (
      this.breach !== undefined ||
      this.letters >= DOUBTFUL_LETTERS ||
      this.word.length >= LONG_WORD ||
      this.isSuspicious
    );
  }

  private read(character: string): void {
    this.readLetter(letterOf(character));
    if (SPACE.test(character)) this.endWord();
    else this.word += character;
    this.sentence += character;
    if (SENTENCE_END.test(character)) {
      this.endWord();
      this.endSentence();
    } else if (this.sentence.length > LONGEST_SENTENCE) this.endSentence();
    if (this.word.length > LONGEST_WORD) this.endWord();
  }

  private readLetter(letter: string): void {
    if (letter === '') return;
    this.tail = nextTail(this.tail, letter);
    const isKnown = this.tail.length === GRAM && this.secret.has(this.tail);
    this.letters = isKnown ? Math.max(GRAM, this.letters + 1) : 0;
    if (!isKnown) this.words = 0;
    if (this.letters >= LEAKED_LETTERS || this.words >= LEAKED_WORDS) this.breach = 'leak';
  }

  private endWord(): void {
    if (this.word === '') return;
    if (this.letters > 0) this.words += 1;
    if (this.word.length >= LONG_WORD && disguised(this.word).some((text) => this.isSecret(text)))
      this.breach = 'leak';
    if (isTrigger(this.word.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, ''))) this.isSuspicious = true;
    this.word = '';
  }

  private endSentence(): void {
    if (this.isSuspicious && isHarmful(this.sentence)) this.breach ??= 'harmful_reply';
    this.isSuspicious = false;
    this.sentence = '';
  }

  private isSecret(text: string): boolean {
    return this.secret.longestIn(text) >= DOUBTFUL_LETTERS;
  }
}

/** What a long word may stand for: base64 and hexadecimal are read, whatever comes out. */
const disguised = (word: string): string[] => [
  Buffer.from(word, 'base64').toString('utf8'),
  ...(/^[\da-f]+$/i.test(word) ? [Buffer.from(word, 'hex').toString('utf8')] : []),
];
