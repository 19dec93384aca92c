import { stanceOf, wants } from '../reading/stance.js';
import { LOVE_LANGUAGE_PHRASES, type LoveLanguage } from '../words/love-languages.js';
import { findClause, findInLines, itemFrom, rank } from './finding.js';
import { unsupported, type Item } from './summary.js';
import type { UserLine } from './transcript.js';

const UNKNOWN: LoveLanguage = 'unknown';

/** What makes the person feel loved, as far as they said so. */
export const loveLanguage = (lines: readonly UserLine[]): Item => {
  const [guess] = rank(Object.entries(LOVE_LANGUAGE_PHRASES), ([, phrases]) =>
    findInLines(lines, (line) =>
      findClause(line, [...line.clauses, ...line.sentences], phrases, (clause) => wants(stanceOf(clause))),
    ),
  );
  return guess === undefined ? unsupported(UNKNOWN) : itemFrom(guess.what[0], guess.findings);
};
