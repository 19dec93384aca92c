import { FINDING_FIELDS, type SummaryChangeView } from '@saathi/contracts';
import type { SummaryFields } from '../merge/findings.js';

/** The merged summary at one time. */
export interface SummaryDocument extends SummaryFields {
  readonly confidence_score: number | null;
}

/** The summary of whom nothing is known. */
export const emptyDocument: SummaryDocument = {
  partner_type_one_liner: null,
  top_3_traits_you_value: null,
  what_you_might_work_on: null,
  next_time_focus: null,
  love_language_guess: null,
  communication_fit: null,
  confidence_score: null,
};

/** What is different between two states, field by field. */
export const summaryDiff = (before: SummaryDocument, after: SummaryDocument): SummaryChangeView[] =>
  [...FINDING_FIELDS, 'confidence_score' as const]
    .map((field) => ({ field, before: listOf(before[field]), after: listOf(after[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));

const listOf = (value: string | number | readonly string[] | null): string[] =>
  value === null ? [] : typeof value === 'object' ? [...value] : [String(value)];
