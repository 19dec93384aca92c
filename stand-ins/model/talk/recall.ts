import { findPhrase } from '../reading/phrase.js';
import { fold, wordsOf } from '../reading/words.js';
import { COMMON_WORDS } from '../words/fillers.js';
import { PEOPLE } from '../words/people.js';
import { actOf } from './act.js';
import type { Conversation } from './conversation.js';
import { hasWeight } from './taking-up.js';
import { topicsIn } from './topic.js';

const common: ReadonlySet<string> = new Set([...COMMON_WORDS].map(fold));
const BEGINNING = 5;

/**
 * What the person said before that a "do you remember …?" is about.
 * @returns `undefined` when nothing said before has to do with the question
 */
export const recall = ({ said, saidBefore, memories }: Conversation): string | undefined => {
  const told = [...saidBefore, ...memories].filter((text) => actOf(text) === 'tells' && hasContent(text));
  const wanted = marksOf(said);
  if (wanted.size === 0) return told[0];
  const scored = told.map((text) => ({ text, score: overlap(wanted, marksOf(text)) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one), { text: '', score: 0 });
  return best.score > 0 ? best.text : undefined;
};

const hasContent = (text: string): boolean => wordsOf(text).some(hasWeight);

/** What a text is about, comparable across scripts: word beginnings, people and topics. */
const marksOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  return new Set([
    ...words.map(({ folded }) => folded.slice(0, BEGINNING)).filter((word) => !isCommon(word)),
    ...PEOPLE.filter(({ phrases }) => findPhrase(words, phrases)).map(({ called }) => `person:${called.en}`),
    ...topicsIn(text).map(({ topic }) => `topic:${topic}`),
  ]);
};

const isCommon = (word: string): boolean =>
  word.length < 2 || [...common].some((known) => known.slice(0, BEGINNING) === word);

const overlap = (wanted: ReadonlySet<string>, told: ReadonlySet<string>): number =>
  [...wanted].filter((mark) => told.has(mark)).length;
