import { CanaryWatch } from './canary.js';
import { CodedWords } from './coded-words.js';
import { isDotsAndDashes } from './disguises.js';
import { isHarmful, isTrigger } from './harmful-reply.js';
import { DOUBTFUL_LETTERS, GRAM, nextTail, type LeakIndex } from './leak-index.js';
import { namedLetter, soundOf } from './letters.js';

/** What a reply must not say: the companion's own instructions, or words that harm. */
export type Breach = 'leak' | 'harmful_reply';

/** So much of the instructions in a row is no chance any more. */
const LEAKED_LETTERS = 40;
const LEAKED_WORDS = 8;
/**
 * What goes on for longer is read in parts, the first of them before a reply has its full length. A multiple of what a
 * letter takes in any code, so that none is cut.
 */
const LONGEST_WORD = 960;
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
  private readonly coded: CodedWords;
  private readonly canary = new CanaryWatch();
  private readonly spelledCanary = new CanaryWatch();

  constructor(private readonly secret: LeakIndex) {
    this.coded = new CodedWords(secret);
  }

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
    if (this.coded.end()) this.breach = 'leak';
    this.endSentence();
    const rest = this.breach === undefined ? this.held : '';
    this.held = '';
    return rest;
  }

  private get isDoubtful(): boolean {
    return (
      this.breach !== undefined ||
      this.letters >= DOUBTFUL_LETTERS ||
      this.isSuspicious ||
      this.canary.isDoubtful ||
      this.spelledCanary.isDoubtful ||
      this.coded.isDoubtfulWith(this.word)
    );
  }

  private read(character: string): void {
    this.canary.read(character);
    this.readSound(soundOf(character));
    if (SPACE.test(character)) this.endWord();
    else this.word += character;
    this.sentence += character;
    if (SENTENCE_END.test(character)) {
      if (!isDotsAndDashes(this.word)) this.endWord();
      this.endSentence();
    } else if (this.sentence.length > LONGEST_SENTENCE) this.endSentence();
    if (this.word.length >= LONGEST_WORD) this.endWord();
  }

  private readSound(sound: string): void {
    if (sound === '') return;
    this.tail = nextTail(this.tail, sound);
    const isKnown = this.tail.length === GRAM && this.secret.has(this.tail);
    this.letters = isKnown ? Math.max(GRAM, this.letters + 1) : 0;
    if (!isKnown) this.words = 0;
    if (this.letters >= LEAKED_LETTERS || this.words >= LEAKED_WORDS || this.canary.hasSeenIt)
      this.breach = 'leak';
  }

  private endWord(): void {
    if (this.word === '') return;
    if (this.letters > 0) this.words += 1;
    this.readSpelled();
    if (this.coded.read(this.word)) this.breach = 'leak';
    if (isTrigger(this.word.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, ''))) this.isSuspicious = true;
    this.word = '';
  }

  private endSentence(): void {
    if (this.isSuspicious && isHarmful(this.sentence)) this.breach ??= 'harmful_reply';
    this.isSuspicious = false;
    this.sentence = '';
  }

  /** Letters may be told one by one, each by its name. */
  private readSpelled(): void {
    const letter = namedLetter(this.word);
    if (letter === undefined) this.spelledCanary.forget();
    else this.spelledCanary.read(letter);
    if (this.spelledCanary.hasSeenIt) this.breach = 'leak';
  }
}
