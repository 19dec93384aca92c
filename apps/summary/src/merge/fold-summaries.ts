import { isLoveLanguage, type LoveLanguage } from '@saathi/contracts';
import { holdsDenied, withoutDenied, withPinned, type Feedback } from './apply-feedback.js';
import { canonicalLabel } from './canonical-label.js';
import type { Findings, SummaryFields } from './findings.js';
import { addLabels, noLabels, shownValues, type LabelState } from './fold-labels.js';
import { confidenceGain, raiseConfidence, sessionQuality } from './raise-confidence.js';

/** A summarised session, for the fold. */
export interface SummarisedSession {
  readonly session_id: string;
  readonly user_turns: number;
  readonly findings: Findings;
}

/** An entry of the confidence ledger. */
export interface LedgerEntry {
  readonly session_id: string;
  readonly q: number;
  /** What the session added; less than its gain once the ceiling is reached. */
  readonly delta: number;
  readonly before: number;
  readonly after: number;
}

/** Everything that is known of a person after all their sessions. */
export interface FoldedSummary {
  readonly fields: SummaryFields;
  readonly confidence_score: number | null;
  readonly ledger: readonly LedgerEntry[];
}

interface State {
  readonly traits: LabelState;
  readonly work: LabelState;
  readonly focus: readonly string[] | null;
  readonly love_language: LoveLanguage | null;
  /** Another love language that led in the last session. */
  readonly challenger: LoveLanguage | null;
  readonly one_liner: string | null;
  readonly fit: string | null;
  readonly ledger: readonly LedgerEntry[];
}

const FORGET_WORK_AFTER_SESSIONS = 8;

const nothing: State = {
  traits: noLabels,
  work: noLabels,
  focus: null,
  love_language: null,
  challenger: null,
  one_liner: null,
  fit: null,
  ledger: [],
};

/**
 * Merges all sessions of a person into one summary. It always begins from nothing, so a late, a
 * repeated or a deleted session leads to the same answer as if it had never been otherwise.
 * @param sessions in the order in which they ended
 * @param feedback what the person said of it, the newest first; it beats whatever the sessions say
 */
export const foldSummaries = (
  sessions: readonly SummarisedSession[],
  feedback: readonly Feedback[] = [],
): FoldedSummary => {
  const state = sessions.reduce<State>((known, session) => addSession(known, session, feedback), nothing);
  return {
    fields: withPinned(fieldsOf(state), feedback),
    confidence_score: state.ledger.at(-1)?.after ?? null,
    ledger: state.ledger,
  };
};

const addSession = (state: State, session: SummarisedSession, feedback: readonly Feedback[]): State => {
  const findings = withoutDenied(session.findings, feedback);
  const traits = addLabels(state.traits, findings.top_3_traits_you_value);
  const speaksForIt = supports(session.findings, traits);
  const denied = holdsDenied(session.findings, feedback);
  const focus = findings.next_time_focus.map(({ value }) => value);
  return {
    traits,
    work: addLabels(state.work, findings.what_you_might_work_on, FORGET_WORK_AFTER_SESSIONS),
    focus: focus.length > 0 ? focus : null,
    ...nextLoveLanguage(state, findings),
    one_liner: pick(findings.partner_type_one_liner, speaksForIt, denied, state.one_liner),
    fit: pick(findings.communication_fit, speaksForIt, denied, state.fit),
    ledger: [...state.ledger, enter(state, { ...session, findings }, denied)],
  };
};

/** A session that said something the person denies adds nothing: it has not understood them. */
const enter = (
  state: State,
  { session_id, user_turns, findings }: SummarisedSession,
  denied: boolean,
): LedgerEntry => {
  const before = state.ledger.at(-1)?.after ?? 0;
  const q = sessionQuality(user_turns, findings, fieldsOf(state));
  const after = denied ? before : raiseConfidence(before, confidenceGain(q));
  return { session_id, q, delta: Math.round((after - before) * 100) / 100, before, after };
};

/** A sentence of a session holds as long as the traits it came with are among those that are shown. */
const supports = (findings: Findings, traits: LabelState): boolean =>
  findings.top_3_traits_you_value.length === 0 ||
  findings.top_3_traits_you_value.some(({ value }) => traits.shown.includes(canonicalLabel(value)));

const pick = (
  found: readonly { value: string }[],
  believed: boolean,
  denied: boolean,
  known: string | null,
): string | null => (believed || (known === null && !denied) ? found[0]?.value : undefined) ?? known;

/** The first guess is taken; another one only when it leads in two sessions in a row. */
const nextLoveLanguage = (
  { love_language, challenger }: State,
  { love_language_guess }: Findings,
): Pick<State, 'love_language' | 'challenger'> => {
  const guess = love_language_guess[0]?.value;
  if (!isLoveLanguage(guess) || guess === love_language) return { love_language, challenger: null };
  if (love_language === null || guess === challenger) return { love_language: guess, challenger: null };
  return { love_language, challenger: guess };
};

const fieldsOf = (state: State): SummaryFields => ({
  partner_type_one_liner: state.one_liner,
  top_3_traits_you_value: shownValues(state.traits),
  what_you_might_work_on: shownValues(state.work),
  next_time_focus: state.focus,
  love_language_guess: state.love_language,
  communication_fit: state.fit,
});
