import { excerpt } from '../messages/excerpt.js';

const MOST_CHARACTERS = 80;
// But for the joiners, which make letters in Devanagari and families among emoji.
const UNSEEN = /(?:(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s])+/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * What a list shows of how somebody began: one line, with nothing in it that turns the rest of a page around.
 * @returns null when there is nothing to be seen
 */
export const preview = (firstWords: string | null): string | null => {
  const line = (firstWords ?? '').replaceAll(UNSEEN, ' ').trim();
  return SEEN.test(line) ? excerpt(line, MOST_CHARACTERS) : null;
};
