import { holdsPhrase } from '../reading/phrase.js';
import { isNegated } from '../reading/stance.js';
import { GROWTH, OTHERS, type Growth } from '../words/growth.js';
import { findClause, findInLines, rank, type Supported } from './finding.js';
import type { UserLine } from './transcript.js';

/** What the person finds hard about themselves, the best supported first. */
export const growthAreas = (lines: readonly UserLine[]): readonly Supported<Growth>[] =>
  rank(GROWTH, ({ phrases }) =>
    findInLines(lines, (line) =>
      findClause(line, line.clauses, phrases, ({ words }, span) => {
        const before = words.filter(({ end }) => end <= span.start);
        return !isNegated(before) && !holdsPhrase(before, OTHERS);
      }),
    ),
  );
