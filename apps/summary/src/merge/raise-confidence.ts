import { FINDING_FIELDS } from '@saathi/contracts';
import { canonicalLabel } from './canonical-label.js';
import type { Findings, SummaryFields } from './findings.js';

/** Nobody is ever known completely; and NUMERIC(4,2) ends below 100. */
export const CONFIDENCE_CEILING = 95;

const LEAST_GAIN = 5;
const QUALITY_GAIN = 5;
const FULL_SESSION_TURNS = 20;

/**
 * How much a session tells, 0 to 1: how long it was, how many fields have evidence, and how little it
 * contradicts what was known.
 */
export const sessionQuality = (userTurns: number, findings: Findings, known: SummaryFields): number => {
  const length = Math.min(1, userTurns / FULL_SESSION_TURNS);
  const evidenced =
    FINDING_FIELDS.filter((field) => findings[field].length > 0).length / FINDING_FIELDS.length;
  const contradicted = contradictions(findings, known) / FINDING_FIELDS.length;
  return round(0.4 * length + 0.3 * evidenced + 0.3 * (1 - contradicted));
};

/** Percentage points that a qualifying session adds: 5.00 to 10.00. */
export const confidenceGain = (quality: number): number => round(LEAST_GAIN + QUALITY_GAIN * quality);

/** The confidence after one more session, capped. */
export const raiseConfidence = (before: number, gain: number): number =>
  Math.min(CONFIDENCE_CEILING, round(before + gain));

/** Fields in which the session and what was known before have nothing in common. */
const contradictions = (findings: Findings, known: SummaryFields): number =>
  [
    disjoint(findings.top_3_traits_you_value, known.top_3_traits_you_value),
    disjoint(findings.what_you_might_work_on, known.what_you_might_work_on),
    disjoint(
      findings.love_language_guess,
      known.love_language_guess === null ? null : [known.love_language_guess],
    ),
  ].filter(Boolean).length;

const disjoint = (found: readonly { value: string }[], known: readonly string[] | null): boolean => {
  if (found.length === 0 || known === null || known.length === 0) return false;
  const labels = new Set(known.map(canonicalLabel));
  return !found.some(({ value }) => labels.has(canonicalLabel(value)));
};

const round = (value: number): number => Math.round(value * 100) / 100;
