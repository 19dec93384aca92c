import { ENGLISH_STOP_WORDS, HINDI_STOP_WORDS } from '../words/stop-words.js';
import { fold } from './fold.js';
import { tokensOf } from './tokens.js';

const ENGLISH = new Set(ENGLISH_STOP_WORDS);
// Hindi is spelt by ear; English is not, and by its sound `be` would be a brother.
const HINDI = new Set(HINDI_STOP_WORDS.map(fold));

/** Whether a token says something by itself. */
export const isContent = (token: string): boolean =>
  token.length > 1 ? !ENGLISH.has(token) && !HINDI.has(fold(token)) : /\p{N}|[^\p{ASCII}]/u.test(token);

/** The words of a text that say something, in one script. */
export const contentWords = (text: string): string[] => tokensOf(text).filter(isContent);
