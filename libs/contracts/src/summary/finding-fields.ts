/** The summary fields that a session can fill; the seventh, the confidence, is computed. */
export const FINDING_FIELDS = [
  'partner_type_one_liner',
  'top_3_traits_you_value',
  'what_you_might_work_on',
  'next_time_focus',
  'love_language_guess',
  'communication_fit',
] as const;

export type FindingField = (typeof FINDING_FIELDS)[number];

/** Those of them that are sentences rather than labels. */
export const isSentence = (field: FindingField): boolean =>
  field === 'partner_type_one_liner' || field === 'communication_fit';

/** Longest label and longest sentence, in characters. */
export const LABEL_MAX_CHARACTERS = 80;
export const SENTENCE_MAX_CHARACTERS = 240;
