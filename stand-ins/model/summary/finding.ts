import type { Clause } from '../reading/clauses.js';
import { findPhrase, type Span } from '../reading/phrase.js';
import type { Item } from './summary.js';
import type { UserLine } from './transcript.js';

const LONGEST_QUOTE = 160;

/** A place in the talk that supports something. */
export interface Finding {
  readonly line: UserLine;
  readonly quote: string;
}

export const findingIn = (line: UserLine, clause: Clause, span: Span): Finding => ({
  line,
  quote: clause.text.length <= LONGEST_QUOTE ? clause.text : line.text.slice(span.start, span.end),
});

/** A whole line as support, quoted by the beginning of its first clause. */
export const findingOf = (line: UserLine): Finding => {
  const clause = line.clauses[0];
  if (clause === undefined) return { line, quote: line.text.trim() };
  const last = clause.words.findLast(({ end }) => end - clause.start <= LONGEST_QUOTE);
  return { line, quote: line.text.slice(clause.start, last?.end ?? clause.end) };
};

/** The first of the clauses that holds one of the phrases and passes the test. */
export const findClause = (
  line: UserLine,
  clauses: readonly Clause[],
  phrases: readonly string[],
  passes: (clause: Clause, span: Span) => boolean,
): Finding | undefined => {
  for (const clause of clauses) {
    const span = findPhrase(clause.words, phrases);
    if (span !== undefined && passes(clause, span)) return findingIn(line, clause, span);
  }
  return undefined;
};

/** One finding per line at most. */
export const findInLines = (
  lines: readonly UserLine[],
  find: (line: UserLine) => Finding | undefined,
): readonly Finding[] => lines.map(find).filter((finding) => finding !== undefined);

/** @throws Error without findings: an item always rests on something */
export const itemFrom = (value: string, findings: readonly Finding[]): Item => {
  const [first] = findings;
  if (first === undefined) throw new Error(`Nothing supports "${value}".`);
  return {
    value,
    evidence: [...new Set(findings.map(({ line }) => line.id))],
    quote: first.quote,
  };
};

/** Something found, with its findings. */
export interface Supported<T> {
  readonly what: T;
  readonly findings: readonly Finding[];
}

/** Those of the candidates that the talk supports, the best supported first. */
export const rank = <T>(
  candidates: readonly T[],
  search: (candidate: T) => readonly Finding[],
): readonly Supported<T>[] =>
  candidates
    .map((what) => ({ what, findings: search(what) }))
    .filter(({ findings }) => findings.length > 0)
    .sort((one, other) => other.findings.length - one.findings.length);
