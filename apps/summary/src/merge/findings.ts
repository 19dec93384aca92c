import type { FindingField, LoveLanguage } from '@saathi/contracts';

/** A value that stood up to its check, with the messages it rests on. */
export interface Finding {
  readonly value: string;
  readonly message_ids: readonly string[];
}

/** A finding as it was just checked: with the words that were found in one of its messages. */
export interface QuotedFinding extends Finding {
  readonly quote: string;
  /** Those of its messages in which the quote stands. */
  readonly quoted_in: readonly string[];
}

/** What one session showed, by field. */
export type Findings<F extends Finding = Finding> = Readonly<Record<FindingField, readonly F[]>>;

/** Findings made field by field. */
export const findingsOf = <F extends Finding>(find: (field: FindingField) => readonly F[]): Findings<F> => ({
  partner_type_one_liner: find('partner_type_one_liner'),
  top_3_traits_you_value: find('top_3_traits_you_value'),
  what_you_might_work_on: find('what_you_might_work_on'),
  next_time_focus: find('next_time_focus'),
  love_language_guess: find('love_language_guess'),
  communication_fit: find('communication_fit'),
});

/** The summary fields as they are stored on a session and on the merged row. */
export interface SummaryFields {
  readonly partner_type_one_liner: string | null;
  readonly top_3_traits_you_value: readonly string[] | null;
  readonly what_you_might_work_on: readonly string[] | null;
  readonly next_time_focus: readonly string[] | null;
  readonly love_language_guess: LoveLanguage | null;
  readonly communication_fit: string | null;
}
