import { isLoveLanguage, type FindingField } from '@saathi/contracts';
import { canonicalLabel } from './canonical-label.js';
import { findingsOf, type Findings, type SummaryFields } from './findings.js';

/** What a person said of a value in their summary, and has not released. */
export interface Feedback {
  readonly field: FindingField;
  readonly value: string;
  readonly verdict: 'not_me' | 'pin';
}

const SHOWN = 3;

/** What a session showed, without what the person does not recognise themselves in. */
export const withoutDenied = (findings: Findings, feedback: readonly Feedback[]): Findings =>
  findingsOf((field) => {
    const denied = labels(feedback, field, 'not_me');
    return findings[field].filter(({ value }) => !denied.includes(canonicalLabel(value)));
  });

/** Whether a session showed something that the person denied. */
export const holdsDenied = (findings: Findings, feedback: readonly Feedback[]): boolean =>
  feedback.some(
    ({ field, value, verdict }) =>
      verdict === 'not_me' &&
      findings[field].some((finding) => canonicalLabel(finding.value) === canonicalLabel(value)),
  );

/**
 * The merged fields with what the person holds on to: in front of a list, and instead of a single text.
 * @param feedback the newest first
 */
export const withPinned = (fields: SummaryFields, feedback: readonly Feedback[]): SummaryFields => {
  const pinned = (field: FindingField): string[] =>
    feedback.filter((said) => said.verdict === 'pin' && said.field === field).map(({ value }) => value);
  const love = pinned('love_language_guess')[0];
  return {
    partner_type_one_liner: pinned('partner_type_one_liner')[0] ?? fields.partner_type_one_liner,
    top_3_traits_you_value: inFront(pinned('top_3_traits_you_value'), fields.top_3_traits_you_value),
    what_you_might_work_on: inFront(pinned('what_you_might_work_on'), fields.what_you_might_work_on),
    next_time_focus: inFront(pinned('next_time_focus'), fields.next_time_focus),
    love_language_guess: isLoveLanguage(love) ? love : fields.love_language_guess,
    communication_fit: pinned('communication_fit')[0] ?? fields.communication_fit,
  };
};

const labels = (
  feedback: readonly Feedback[],
  field: FindingField,
  verdict: Feedback['verdict'],
): readonly string[] =>
  feedback
    .filter((said) => said.field === field && said.verdict === verdict)
    .map(({ value }) => canonicalLabel(value));

const inFront = (pinned: readonly string[], learned: readonly string[] | null): readonly string[] | null => {
  const known = pinned.map(canonicalLabel);
  const rest = (learned ?? []).filter((value) => !known.includes(canonicalLabel(value)));
  const shown = [...pinned, ...rest].slice(0, SHOWN);
  return shown.length === 0 ? null : shown;
};
