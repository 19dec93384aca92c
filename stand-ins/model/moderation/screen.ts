import { clausesOf, type Clause } from '../reading/clauses.js';
import { findPhrase, holdsPhrase } from '../reading/phrase.js';
import { isNegated } from '../reading/stance.js';
import {
  HARASSMENT,
  HARMLESS_IDIOMS,
  SELF_HARM,
  SELF_HARM_INTENT,
  SEXUAL,
  VIOLENCE,
} from '../words/moderation.js';

export type Concern = 'self-harm' | 'self-harm/intent' | 'violence' | 'sexual' | 'harassment';

const LISTS: Readonly<Record<Concern, readonly string[]>> = {
  'self-harm': [...SELF_HARM, ...SELF_HARM_INTENT],
  'self-harm/intent': SELF_HARM_INTENT,
  violence: VIOLENCE,
  sexual: SEXUAL,
  harassment: HARASSMENT,
};

/** What in a text is a cause for concern. */
export const concernsIn = (text: string): ReadonlySet<Concern> => {
  const clauses = clausesOf(text);
  const concerns = Object.entries(LISTS).filter(([, list]) => clauses.some((clause) => means(clause, list)));
  return new Set(concerns.map(([concern]) => concern).filter(isConcern));
};

export const isInCrisis = (text: string): boolean => concernsIn(text).has('self-harm');

const isConcern = (name: string): name is Concern => name in LISTS;

const means = (clause: Clause, list: readonly string[]): boolean => {
  const span = findPhrase(clause.words, list);
  if (span === undefined || holdsPhrase(clause.words, HARMLESS_IDIOMS)) return false;
  // "I do not want to die" says the contrary; "I do not want to live" has its negation in the phrase.
  return !isNegated(clause.words.filter(({ end }) => end <= span.start));
};
