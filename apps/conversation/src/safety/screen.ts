import { english } from './lexicon/english.js';
import { hindi } from './lexicon/hindi.js';
import { hinglish } from './lexicon/hinglish.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { plainText } from './lexicon/plain-text.js';

/** How much danger somebody's words tell of, from none to a plan. `doubt`: words that can mean both. */
export type DangerLevel = 'none' | 'doubt' | 'distress' | 'ideation' | 'intent';

/** What a message tells of whoever wrote it. */
export interface Screening {
  readonly level: DangerLevel;
  /** Somebody hurts them. */
  readonly abuse: boolean;
  /** They may be a child. */
  readonly minor: boolean;
}

const LEXICA = [english, hinglish, hindi];
/** Where an idiom or a denial stood; no phrase reaches across it. */
const REMOVED = ' | ';

/** Whether a level calls for help at once: numbers first, no paywall, no flirting, nothing learned. */
export const isCrisis = (level: DangerLevel): level is 'ideation' | 'intent' =>
  level === 'ideation' || level === 'intent';

/** Reads a message for danger. Pure and quick: it decides alone whenever nothing else can be asked. */
export const screen = (text: string): Screening => {
  const plain = plainText(text);
  const lexica = LEXICA.filter(({ script }) => script.test(plain));
  return {
    level: levelOf(plain, lexica),
    abuse: says(lexica, 'abuse', plain),
    minor: says(lexica, 'minor', plain),
  };
};

/**
 * Reads until its expressions are compiled, which takes a third of a second: before the first message, not while somebody
 * waits. They are compiled at the first text of a script, and better at the second.
 */
export const prepareScreening = (): void => {
  for (const text of ['नमस्ते, कैसे हो?', 'hello, how are you?', 'haan, theek hoon']) {
    screen(text);
    screen(text);
  }
};

const levelOf = (plain: string, lexica: readonly Lexicon[]): DangerLevel => {
  const withoutIdioms = without(plain, lexica, 'idioms');
  const serious = without(withoutIdioms, lexica, 'denials');
  if (says(lexica, 'intent', serious)) return 'intent';
  if (says(lexica, 'ideation', serious)) return 'ideation';
  if (says(lexica, 'distress', serious)) return 'distress';
  // Something was taken for a way of speaking, or for a no. A second opinion may see it otherwise.
  return serious === plain ? 'none' : 'doubt';
};

const says = (lexica: readonly Lexicon[], kind: Exclude<keyof Lexicon, 'script'>, text: string): boolean =>
  lexica.some((lexicon) => text.search(lexicon[kind]) !== -1);

const without = (text: string, lexica: readonly Lexicon[], kind: 'idioms' | 'denials'): string =>
  lexica.reduce((left, lexicon) => left.replaceAll(lexicon[kind], REMOVED), text).replaceAll(/ {2,}/g, ' ');
