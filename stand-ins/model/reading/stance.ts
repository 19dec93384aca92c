import { HURTING, NEGATIONS, VALUING } from '../words/stance.js';
import type { Clause } from './clauses.js';
import { holdsPhrase } from './phrase.js';

/** How a person stands to what a clause names. */
export interface Stance {
  readonly valued: boolean;
  readonly negated: boolean;
  readonly hurting: boolean;
}

export const stanceOf = ({ words }: Clause): Stance => ({
  valued: holdsPhrase(words, VALUING),
  negated: isNegated(words),
  hurting: holdsPhrase(words, HURTING),
});

export const isNegated = (words: Clause['words']): boolean => holdsPhrase(words, NEGATIONS);

/** "I love how patient she is", or "it hurts that she is not patient". */
export const wants = ({ valued, negated, hurting }: Stance): boolean =>
  (valued && !negated) || (negated && hurting);

/** "I hate lies", or "I don't like lies": said of the opposite of what is wanted. */
export const rejects = ({ valued, negated, hurting }: Stance): boolean => hurting || (valued && negated);
