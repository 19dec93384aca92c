import { clausesOf, type Clause } from '../reading/clauses.js';
import type { Span } from '../reading/phrase.js';
import { fold, type Word } from '../reading/words.js';
import { CONNECTIVES, INTERJECTIONS, LIGHT_WORDS } from '../words/fillers.js';

const LONGEST_IN_WORDS = 12;
const LONGEST_IN_CHARACTERS = 90;

const foldAll = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(fold));
const interjections = foldAll(INTERJECTIONS);
const connectives = foldAll(CONNECTIVES);
const lightWords = foldAll(LIGHT_WORDS);

/**
 * A short stretch of a person's own words to answer to, around `span` where there is one.
 * @returns `undefined` when the text has no words of weight
 */
export const takeUp = (text: string, span: Span | undefined): string | undefined => {
  const clause = span === undefined ? weightiest(text) : clauseAround(text, span);
  if (clause === undefined) return undefined;
  const thought = withoutInterjections(thoughtAround(clause.words, span));
  const first = thought[0];
  if (first === undefined) return undefined;
  const taken = thought
    .slice(0, LONGEST_IN_WORDS)
    .filter(({ end }) => end - first.start <= LONGEST_IN_CHARACTERS);
  const last = taken.at(-1);
  if (last === undefined) return undefined;
  return text.slice(first.start, last.end) + (taken.length < thought.length ? '…' : '');
};

/** Whether a word means something by itself. */
export const hasWeight = ({ folded }: Word): boolean =>
  folded.length > 1 && !interjections.has(folded) && !lightWords.has(folded);

const clauseAround = (text: string, span: Span): Clause | undefined =>
  clausesOf(text).find(({ start, end }) => start <= span.start && span.end <= end);

const weightiest = (text: string): Clause | undefined => {
  const weight = ({ words }: Clause): number => words.filter(hasWeight).length;
  return clausesOf(text).reduce<Clause | undefined>(
    (best, clause) => (weight(clause) > (best === undefined ? 0 : weight(best)) ? clause : best),
    undefined,
  );
};

/** From one connective to the next, so that a long sentence is not quoted whole. */
const thoughtAround = (words: readonly Word[], span: Span | undefined): readonly Word[] => {
  const hit = span === undefined ? words.findIndex(hasWeight) : words.findIndex(({ end }) => end >= span.end);
  const before = words.findLastIndex(({ folded }, index) => index < hit && connectives.has(folded));
  const after = words.findIndex(({ folded }, index) => index > hit && connectives.has(folded));
  return words.slice(before + 1, after === -1 ? words.length : after);
};

const withoutInterjections = (words: readonly Word[]): readonly Word[] => {
  const first = words.findIndex(({ folded }) => !interjections.has(folded));
  const last = words.findLastIndex(({ folded }) => !interjections.has(folded));
  return first === -1 ? [] : words.slice(first, last + 1);
};
