import { type MessageRole } from '@saathi/contracts';
import { TIME_WORDS } from '../words/stop-words.js';
import { keyOf } from '../normalise/tokens.js';
import { Vocabulary } from './vocabulary.js';

/** A message as the index takes it. */
export interface IndexedMessage {
  readonly id: string;
  readonly session_id: string;
  readonly role: MessageRole;
  /** Its content words in one script, with spaces between them. */
  readonly norm: string;
  /** When it was said, in milliseconds. */
  readonly at: number;
}

/** A message in the index. */
export interface Line {
  readonly id: string;
  readonly session_id: string;
  readonly role: MessageRole;
  readonly at: number;
  /** Numbers of its tokens in the vocabulary. */
  readonly tokens: Int32Array;
  /** Whether it tells a time. */
  readonly dated: boolean;
  /** The places of the lines before and after it in its session; undefined at the ends. */
  readonly before: number | undefined;
  after: number | undefined;
}

const TIMES = new Set(TIME_WORDS.map(keyOf));

/** Everything one person's sessions said, ready to be ranked. Messages of a session
 * come in the order in which they were said. */
export class PersonIndex {
  readonly vocabulary = new Vocabulary();
  readonly lines: Line[] = [];
  /** In how many messages each key stands. */
  readonly keyFrequency: number[] = [];
  /** In how many messages each token stands. */
  readonly tokenFrequency: number[] = [];
  /** Where each token stands: the place of a line for each time. */
  readonly places: number[][] = [];
  private readonly lastOfSession = new Map<string, number>();
  private readonly ids = new Set<string>();
  private words = 0;
  /** The newest line of another session than that of the very newest. */
  private newestOther: Line | undefined;
  /** When the newest message was said, in milliseconds. */
  newest = 0;

  add({ id, session_id, role, norm, at }: IndexedMessage): void {
    const tokens = norm === '' ? [] : norm.split(' ').map((token) => this.vocabulary.add(token));
    const keys = new Set(tokens.map((token) => this.vocabulary.keyOfToken[token] ?? 0));
    for (const token of new Set(tokens)) count(this.tokenFrequency, token);
    for (const key of keys) count(this.keyFrequency, key);
    const dated = [...keys].some((key) => isTime(this.vocabulary.keys[key] ?? ''));
    for (const token of tokens) (this.places[token] ??= []).push(this.lines.length);
    const before = this.link(session_id);
    const last = this.lines.at(-1);
    if (last !== undefined && last.session_id !== session_id) this.newestOther = last;
    this.lines.push({
      id,
      session_id,
      role,
      at,
      tokens: Int32Array.from(tokens),
      dated,
      before,
      after: undefined,
    });
    this.words += tokens.length;
    this.ids.add(id);
    this.newest = Math.max(this.newest, at);
  }

  /** The newest line of any other session than this. */
  newestBeside(sessionId: string): Line | undefined {
    const last = this.lines.at(-1);
    return last?.session_id === sessionId ? this.newestOther : last;
  }

  /** The newest lines of a session, at most so many. */
  newestOf(sessionId: string, most: number): Line[] {
    const found: Line[] = [];
    for (let n = this.lastOfSession.get(sessionId); n !== undefined && found.length < most;) {
      const line = this.lines[n];
      if (line === undefined) break;
      found.push(line);
      n = line.before;
    }
    return found;
  }

  /** Ids of what was said after an instant. */
  idsSince(at: number): string[] {
    const ids: string[] = [];
    // Lines come nearly in order: what lies further back came late, and is read once more.
    for (let n = this.lines.length - 1; n >= 0; n -= 1) {
      const line = this.lines[n];
      if (line === undefined || line.at <= at) break;
      ids.push(line.id);
    }
    return ids;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** @returns the place of the line before the next one of a session */
  private link(sessionId: string): number | undefined {
    const place = this.lines.length;
    const before = this.lastOfSession.get(sessionId);
    const line = before === undefined ? undefined : this.lines[before];
    if (line !== undefined) line.after = place;
    this.lastOfSession.set(sessionId, place);
    return before;
  }

  /** How many words a message has on the average. */
  get averageLength(): number {
    return this.lines.length === 0 ? 1 : Math.max(1, this.words / this.lines.length);
  }
}

const isTime = (key: string): boolean => TIMES.has(key) || /^\d+$/.test(key);

const count = (frequencies: number[], id: number): void => {
  frequencies[id] = (frequencies[id] ?? 0) + 1;
};
