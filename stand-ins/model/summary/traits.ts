import type { Clause } from '../reading/clauses.js';
import { holdsPhrase } from '../reading/phrase.js';
import { rejects, stanceOf, wants } from '../reading/stance.js';
import { SOMEBODY } from '../words/stance.js';
import { TRAITS, type Trait } from '../words/traits.js';
import { findClause, findInLines, rank, type Finding, type Supported } from './finding.js';
import type { UserLine } from './transcript.js';

/** The traits the person says or shows they value, the best supported first. */
export const valuedTraits = (lines: readonly UserLine[]): readonly Supported<Trait>[] =>
  rank(TRAITS, (trait) => findInLines(lines, (line) => valuing(line, trait)));

const valuing = (line: UserLine, trait: Trait): Finding | undefined => {
  const names = holdsPhrase(line.words, SOMEBODY) ? [...trait.nouns, ...trait.adjectives] : trait.nouns;
  const meansIt = ({ words }: Clause): boolean => !holdsPhrase(words, trait.unless ?? []);
  return (
    findClause(line, line.clauses, trait.shown, meansIt) ??
    findClause(line, line.clauses, names, (clause) => meansIt(clause) && wants(stanceOf(clause))) ??
    findClause(
      line,
      line.clauses,
      trait.opposites,
      (clause) => meansIt(clause) && rejects(stanceOf(clause)),
    ) ??
    // "I want somebody honest, kind and patient" wants all three, though only one stands beside "want".
    findClause(line, line.sentences, names, (sentence) => meansIt(sentence) && isWish(sentence))
  );
};

const isWish = (sentence: Clause): boolean => {
  const { valued, negated } = stanceOf(sentence);
  return valued && !negated;
};
