import { MessageRole } from '@saathi/contracts';
import { coverageAt } from './coverage.js';
import { expandCue, frequencyOf, type ExpandedWord } from './expand-cue.js';
import type { Cue } from './cue.js';
import type { Line, PersonIndex } from './person-index.js';
import { rarity } from './rarity.js';
import { scoreGrams, scoreWords } from './score-lines.js';

/** A message that was found, with how well it fits. */
export interface RankedLine {
  readonly line: Line;
  /** Its place in the index. */
  readonly n: number;
  /** Comparable within one answer. */
  readonly score: number;
}

/** What was found for a cue. */
export interface Ranking {
  /** The best first. */
  readonly ranked: readonly RankedLine[];
  /** How much of what was asked the best of them has, 0 to 1; the rarer a word, the more it counts. */
  readonly coverage: number;
}

const WORDS = 0.6;
const SOUNDS = 0.4;
/** Among so many of the best, one must have what was asked. */
const COVERED_LINES = 3;
const FEEDBACK_LINES = 5;
const FEEDBACK_TOKENS = 8;
const FEEDBACK_WEIGHT = 0.2;
/** What the lines beside a line lend it: questions are answered in the line after them. */
const NEIGHBOUR_SHARES = [0.4, 0.1] as const;
const SESSION_SHARE = 0.6;
const SESSION_LINES = 2;
const SPEAKER_BOOST = 1.15;
const TIME_BOOST = 1.15;
/** What was said in the month that is named. */
const MONTH_BOOST = 1.2;
/** The companion often says again what was said to it. */
const COMPANION_SHARE = 0.85;
const SHORTNESS = 0.5;
/** What fits less well than this share of the best is nothing to anybody. */
const LEAST_SHARE = 0.1;

/**
 * Ranks everything a person's sessions said by how well it answers a cue.
 * @param mayBeShown by the id of the message
 */
export const rankLines = (
  index: PersonIndex,
  cue: Cue,
  mayBeShown: (id: string) => boolean = () => true,
): Ranking => {
  if (index.lines.length === 0 || cue.words.length === 0) return { ranked: [], coverage: 0 };
  const words = expandCue(index, cue);
  const sounds = scoreGrams(index, cue.grams);
  const first = mix(scoreWords(index, words), sounds);
  const own = mix(scoreWords(index, [...words, ...feedbackOf(index, words, first)]), sounds);
  const scores = withSessions(index, withNeighbours(index, own));
  const fitting = linesThatFit(index, cue, scores, mayBeShown);
  const least = LEAST_SHARE * fitting.reduce((most, { score }) => Math.max(most, score), 0);
  const ranked = fitting
    .filter(({ score }) => score >= least)
    // Of equal ones the newer.
    .sort((one, other) => other.score - one.score || other.line.at - one.line.at);
  const best = ranked.slice(0, COVERED_LINES);
  return { ranked, coverage: Math.max(0, ...best.map(({ n }) => coverageAt(index, words, n))) };
};

const linesThatFit = (
  { lines }: PersonIndex,
  cue: Cue,
  scores: Float64Array,
  mayBeShown: (id: string) => boolean,
): RankedLine[] => {
  const found: RankedLine[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const [line, score = 0] = [lines[n], scores[n]];
    if (score > 0 && line !== undefined && mayBeShown(line.id))
      found.push({ line, n, score: fitted(line, cue, score) });
  }
  return found;
};

const fitted = ({ role, dated, at, tokens }: Line, cue: Cue, score: number): number =>
  score *
  (cue.months.has(new Date(at).getUTCMonth()) ? MONTH_BOOST : 1) *
  (role === MessageRole.Ai ? COMPANION_SHARE : 1) *
  (role === cue.speaker ? SPEAKER_BOOST : 1) *
  (cue.asksForTime && dated ? TIME_BOOST : 1) *
  (1 - SHORTNESS / (1 + tokens.length));

const mix = (words: Float64Array, sounds: Float64Array): Float64Array => {
  const mixed = new Float64Array(words.length);
  for (let n = 0; n < mixed.length; n += 1) mixed[n] = WORDS * (words[n] ?? 0) + SOUNDS * (sounds[n] ?? 0);
  return mixed;
};

/** A little of what the lines that fit best are about. */
const feedbackOf = (
  index: PersonIndex,
  words: readonly ExpandedWord[],
  scores: Float64Array,
): ExpandedWord[] => {
  const asked = new Set(words.flatMap(({ strengths }) => [...strengths.keys()]));
  const about = new Map<number, number>();
  for (const n of highest(scores, FEEDBACK_LINES))
    for (const token of new Set(index.lines[n]?.tokens ?? [])) {
      const gain = (scores[n] ?? 0) * rarity(index.lines.length, frequencyOf(index, token));
      if (!asked.has(token)) about.set(token, (about.get(token) ?? 0) + gain);
    }
  const best = [...about].sort((one, other) => other[1] - one[1]).slice(0, FEEDBACK_TOKENS);
  const most = best[0]?.[1] ?? 1;
  // They lend no weight to what was asked: it is not known whether they are meant.
  return best.map(([token, gain]) => ({
    strengths: new Map([[token, (FEEDBACK_WEIGHT * gain) / most]]),
    weight: 0,
  }));
};

const highest = (scores: Float64Array, count: number): number[] => {
  const best: number[] = [];
  for (let n = 0; n < scores.length; n += 1) {
    const score = scores[n] ?? 0;
    if (score === 0 || (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0))) continue;
    best.push(n);
    best.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
    if (best.length > count) best.pop();
  }
  return best;
};

const withNeighbours = ({ lines }: PersonIndex, scores: Float64Array): Float64Array => {
  const sums = Float64Array.from(scores);
  const lend = (n: number | undefined, score: number): void => {
    if (n !== undefined) sums[n] = (sums[n] ?? 0) + score;
  };
  for (let n = 0; n < scores.length; n += 1) {
    const score = scores[n] ?? 0;
    if (score === 0) continue;
    let [before, after]: (number | undefined)[] = [n, n];
    for (const share of NEIGHBOUR_SHARES) {
      before = before === undefined ? undefined : lines[before]?.before;
      after = after === undefined ? undefined : lines[after]?.after;
      lend(before, share * score);
      lend(after, share * score);
    }
  }
  return sums;
};

/** A line is likelier in a session that has others that fit. */
const withSessions = ({ lines }: PersonIndex, scores: Float64Array): Float64Array => {
  const best = new Map<string, number[]>();
  for (let n = 0; n < scores.length; n += 1) {
    const score = scores[n] ?? 0;
    if (score > 0) keepBest(best, lines[n]?.session_id ?? '', score);
  }
  const most = Math.max(0, ...[...best.values()].map(([first = 0]) => first));
  const sums = new Map([...best].map(([id, top]) => [id, top.reduce((sum, score) => sum + score, 0)]));
  const highestSum = Math.max(1e-9, ...sums.values());
  const raised = Float64Array.from(scores);
  for (let n = 0; n < scores.length; n += 1) {
    const score = scores[n] ?? 0;
    if (score > 0)
      raised[n] = score + (SESSION_SHARE * most * (sums.get(lines[n]?.session_id ?? '') ?? 0)) / highestSum;
  }
  return raised;
};

const keepBest = (best: Map<string, number[]>, session: string, score: number): void => {
  const top = best.get(session);
  if (top === undefined) {
    best.set(session, [score]);
  } else if (top.length < SESSION_LINES || score > (top.at(-1) ?? 0)) {
    top.push(score);
    top.sort((one, other) => other - one);
    if (top.length > SESSION_LINES) top.pop();
  }
};
