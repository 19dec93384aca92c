import {
  isLoveLanguage,
  LoveLanguage,
  LABEL_MAX_CHARACTERS,
  SENTENCE_MAX_CHARACTERS,
  textLength,
} from '@saathi/contracts';
import { canonicalLabel } from '../merge/canonical-label.js';
import type { Findings, QuotedFinding } from '../merge/findings.js';
import { readsAsInstruction } from '../merge/reads-as-instruction.js';
import type { ClaimedItem, Extraction } from './extraction.js';
import { saidByUser, type TranscriptLine } from './transcript.js';

const MAX_LIST = 5;
const MAX_FOCUS = 3;
const MIN_QUOTE = 2;

/**
 * Keeps of an extraction what stands up: values of a sensible length whose quote really occurs in a
 * message that the person sent in this session, and that speak of the person and not to the model. Everything
 * else is dropped, never repaired by guess.
 */
export const checkExtraction = (
  extraction: Extraction,
  transcript: readonly TranscriptLine[],
): Findings<QuotedFinding> => {
  const said = saidByUser(transcript);
  const one = (item: ClaimedItem, max: number): QuotedFinding[] => verify([item], said, max, 1);
  return {
    partner_type_one_liner: one(extraction.partner_type_one_liner, SENTENCE_MAX_CHARACTERS),
    top_3_traits_you_value: verify(extraction.top_3_traits_you_value, said, LABEL_MAX_CHARACTERS, MAX_LIST),
    what_you_might_work_on: verify(extraction.what_you_might_work_on, said, LABEL_MAX_CHARACTERS, MAX_LIST),
    next_time_focus: verify(extraction.next_time_focus, said, LABEL_MAX_CHARACTERS, MAX_FOCUS),
    love_language_guess: one(extraction.love_language_guess, LABEL_MAX_CHARACTERS).filter(({ value }) =>
      isLoveLanguage(value),
    ),
    communication_fit: one(extraction.communication_fit, SENTENCE_MAX_CHARACTERS),
  };
};

/** Whether an extraction says anything of the person at all. */
export const claimsSomething = (extraction: Extraction): boolean =>
  [
    extraction.partner_type_one_liner,
    extraction.top_3_traits_you_value,
    extraction.what_you_might_work_on,
    extraction.next_time_focus,
    extraction.love_language_guess,
    extraction.communication_fit,
  ]
    .flat()
    .some(({ value }) => canonicalLabel(value) !== '' && value !== LoveLanguage.Unknown);

/** The items that stand up, as many as may. */
export const verify = (
  items: readonly ClaimedItem[],
  said: ReadonlyMap<string, string>,
  maxLength: number,
  maxItems: number,
): QuotedFinding[] => {
  const found = new Map<string, QuotedFinding>();
  for (const { value: claimed, evidence, quote } of items) {
    const value = claimed.trim();
    const label = canonicalLabel(value);
    const message_ids = [...new Set(evidence)].filter((id) => said.has(id));
    const quoted_in = message_ids.filter((id) => occurs(quote, said.get(id) ?? ''));
    const fits = label !== '' && textLength(value) <= maxLength && !readsAsInstruction(value);
    if (fits && quoted_in.length > 0 && !found.has(label) && found.size < maxItems)
      found.set(label, { value, message_ids, quote, quoted_in });
  }
  return [...found.values()];
};

const occurs = (quote: string, text: string): boolean => {
  const wanted = canonicalLabel(quote);
  return wanted.length >= MIN_QUOTE && canonicalLabel(text).includes(wanted);
};
