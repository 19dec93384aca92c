import { ENGLISH_WORDS, HINGLISH_WORDS, SHARED_WORDS } from '../words/languages.js';
import { fold, wordsOf } from './words.js';

/** Hindi in Devanagari, Hindi in Latin script, English. */
export type Language = 'hi' | 'hinglish' | 'en';

const folded = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(fold));
const hinglish = folded(HINGLISH_WORDS);
const shared = folded(SHARED_WORDS);
const english = folded(ENGLISH_WORDS);

/** @returns `undefined` for a text that shows no language, such as "ok" or an emoji */
export const detectLanguage = (text: string): Language | undefined => {
  const devanagari = countOf(text, /\p{Script=Devanagari}/gu);
  const latin = countOf(text, /[a-z]/gi);
  if (devanagari > 0 && devanagari * 2 >= latin) return 'hi';
  return detectLatin(wordsOf(text).map((word) => word.folded));
};

/** The language of the newest text that shows one. */
export const languageOf = (textsNewestFirst: readonly string[]): Language => {
  for (const text of textsNewestFirst) {
    const language = detectLanguage(text);
    if (language !== undefined) return language;
  }
  // Nothing to go by but the script; the product speaks Hindi first.
  return /[a-z]{3}/i.test(textsNewestFirst[0] ?? '') ? 'en' : 'hi';
};

/** The language in which most of the words were written. */
export const mainLanguage = (texts: readonly string[]): Language => {
  const counts = new Map<Language, number>();
  for (const text of texts) {
    const language = detectLanguage(text);
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + wordsOf(text).length);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 'hi';
};

const detectLatin = (words: readonly string[]): Language | undefined => {
  const certain = words.filter((word) => hinglish.has(word) && !shared.has(word)).length;
  const possible = words.filter((word) => shared.has(word)).length;
  const englishWords = words.filter((word) => english.has(word) && !hinglish.has(word)).length;
  const score = certain > 0 ? certain + possible / 2 : 0;
  // A Hindi sentence borrows English nouns and verbs freely, so half as many own words decide.
  if (score > 0 && score * 2 >= englishWords) return 'hinglish';
  const longWords = words.filter((word) => /[a-z]{4}/.test(word)).length;
  return englishWords > 0 || longWords > 1 ? 'en' : undefined;
};

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
