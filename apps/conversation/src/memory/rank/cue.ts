import { MessageRole } from '@saathi/contracts';
import { isContent } from '../normalise/content-words.js';
import { keyOf, tokensOf } from '../normalise/tokens.js';
import { ASKS_FOR_TIME, FIRST_PERSON, MONTH_WORDS, SECOND_PERSON } from '../words/stop-words.js';
import { relatedKeys } from './related-keys.js';
import { gramsOf } from './vocabulary.js';

/** A word that is looked for. */
export interface CueWord {
  readonly key: string;
  readonly grams: readonly string[];
  /** Keys of other words for the same thing. */
  readonly related: readonly string[];
}

/** What is looked for. */
export interface Cue {
  readonly words: readonly CueWord[];
  /** How much each key counts; 1 for a word of the cue itself, less for a related one. */
  readonly keys: ReadonlyMap<string, number>;
  readonly grams: ReadonlySet<string>;
  /** Whose words are meant, if the cue says so. */
  readonly speaker: MessageRole | undefined;
  readonly asksForTime: boolean;
  /** Months it names, from 0. */
  readonly months: ReadonlySet<number>;
}

const RELATED_WEIGHT = 0.5;

const FIRST = new Set(FIRST_PERSON);
const SECOND = new Set(SECOND_PERSON);
const TIME = new Set(ASKS_FOR_TIME);
// `may` is too often no month.
const MONTHS = new Map(
  MONTH_WORDS.flatMap((names, month) => tokensOf(names).map((name) => [keyOf(name), month] as const)),
);

/**
 * Reads what somebody says, to look for what they said before.
 * @param name of the person, whose lines are meant when it is said
 */
export const readCue = (text: string, name = ''): Cue => {
  const tokens = tokensOf(text);
  const content = tokens.filter(isContent);
  const words = new Map<string, CueWord>();
  for (const token of content) {
    const key = keyOf(token);
    words.set(key, { key, grams: gramsOf(token), related: relatedKeys(key) });
  }
  const keys = new Map<string, number>();
  for (const { related } of words.values()) for (const key of related) keys.set(key, RELATED_WEIGHT);
  for (const key of words.keys()) keys.set(key, 1);
  return {
    words: [...words.values()],
    keys,
    grams: new Set(content.flatMap(gramsOf)),
    speaker: speakerOf(tokens, new Set(tokensOf(name))),
    asksForTime: tokens.some((token) => TIME.has(token)),
    months: new Set([...words.keys()].flatMap((key) => MONTHS.get(key) ?? [])),
  };
};

const speakerOf = (tokens: readonly string[], names: ReadonlySet<string>): MessageRole | undefined => {
  const person = tokens.some((token) => FIRST.has(token) || names.has(token));
  const companion = tokens.some((token) => SECOND.has(token));
  if (person === companion) return undefined;
  return person ? MessageRole.User : MessageRole.Ai;
};
