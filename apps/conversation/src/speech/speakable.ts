import { spokenNumbers } from './spoken-numbers.js';
import type { SpokenLanguage } from './number-words.js';

const CODE = /```[\s\S]*?(?:```|$)/gu;
const IMAGE = /!\[[^\]]*\]\([^)]*\)/gu;
const LINK = /\[([^\]]*)\]\([^)]*\)/gu;
const ADDRESS = /(?:https?:\/\/|www\.)\S*[^\s.,!?;:)\]।]/giu;
const BOLD = /(\*\*|__|~~)(?=\S)(.+?)\1/gu;
// One word amid a sentence is stressed; what stands by itself is what the speaker does: *smiles*.
const STRESS = /(?<=[\p{L}\p{M}] )([*_])([\p{L}\p{M}]+)\1(?=[ .,!?।])/gu;
const STAGE_DIRECTION = /(?<![\p{L}\p{M}\p{N}*_])([*_])(?=[^\s*_])[^*_\n]+\1(?![\p{L}\p{M}\p{N}*_])/gu;
const LINE_MARK = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+|(?:-{3,}|\*{3,}|_{3,})[ \t]*$)/gmu;
const LEFT_OVER = /[*_~`#|<>]/gu;
const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:[\u{FE0E}\u{FE0F}\u{200D}]|\p{Emoji_Modifier}|\p{Extended_Pictographic})*|[\u{FE0E}\u{FE0F}\u{20E3}]/gu;
const SMILEY = /(?<!\S)(?:[:;]-?[()DPp/]|<3|\^_*\^)(?![^\s.,!?।])/gu;

/** What of a reply a voice can say, in words of the language; empty where nothing is to be said. */
export const speakable = (text: string, language: SpokenLanguage): string => {
  const words = text
    .replace(CODE, ' ')
    .replace(IMAGE, ' ')
    .replace(LINK, '$1')
    .replace(ADDRESS, ' ')
    .replace(SMILEY, ' ')
    .replace(LINE_MARK, '')
    .replace(BOLD, '$2')
    .replace(STRESS, '$2')
    .replace(STAGE_DIRECTION, ' ')
    .replace(EMOJI, ' ')
    .replace(LEFT_OVER, ' ');
  const said = spokenNumbers(words, language)
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,!?;:।])/gu, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(said) ? said : '';
};
