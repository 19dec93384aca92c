import { isLoveLanguage, type FindingField } from '@saathi/contracts';
import type { Findings, SummaryFields } from './findings.js';

/** What a session by itself shows. */
export const fieldsOfSession = (findings: Findings): SummaryFields => {
  const first = (field: FindingField): string | null => findings[field][0]?.value ?? null;
  const all = (field: FindingField): string[] | null =>
    findings[field].length === 0 ? null : findings[field].map(({ value }) => value);
  const love = first('love_language_guess') ?? undefined;
  return {
    partner_type_one_liner: first('partner_type_one_liner'),
    top_3_traits_you_value: all('top_3_traits_you_value')?.slice(0, 3) ?? null,
    what_you_might_work_on: all('what_you_might_work_on'),
    next_time_focus: all('next_time_focus'),
    love_language_guess: isLoveLanguage(love) ? love : null,
    communication_fit: first('communication_fit'),
  };
};
