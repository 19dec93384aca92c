import { holdsPhrase } from '../reading/phrase.js';
import { PREFERENCES } from '../words/preferences.js';
import type { Manner } from './manner.js';
import type { Item, PersonaOp } from './summary.js';
import type { UserLine } from './transcript.js';

const MOST_OPS = 3;
const LEAST_LINES = 3;
const LONGEST_TEXT = 120;

/** How the companion should change after this talk: wishes first, then what the manner shows. */
export const personaOps = (
  lines: readonly UserLine[],
  manner: Manner,
  focus: Item | undefined,
): readonly PersonaOp[] => {
  const wishes = PREFERENCES.filter(({ phrases }) => lines.some(({ words }) => holdsPhrase(words, phrases)));
  const wished = wishes.map(({ path, text }): PersonaOp => ({ op: 'add', path, amount: 0, text }));
  const [firstNudge, ...nudges] = lines.length < LEAST_LINES ? [] : nudgesFor(manner);
  const ops = [
    ...wished.slice(0, 1),
    ...(firstNudge === undefined ? [] : [firstNudge]),
    ...(focus === undefined ? [] : [setFocus(focus)]),
    ...wished.slice(1),
    ...nudges,
  ];
  return ops.slice(0, MOST_OPS);
};

const nudgesFor = (manner: Manner): readonly PersonaOp[] => {
  const nudges = [
    { shown: manner.burdened.length > 0, path: '/style/warmth', amount: 0.1 },
    { shown: manner.laughing.length > 0, path: '/style/playfulness', amount: 0.1 },
    { shown: manner.wantingAdvice.length > 0, path: '/style/directness', amount: 0.1 },
    { shown: manner.length === 'short', path: '/style/verbosity', amount: -0.1 },
    { shown: manner.length === 'long', path: '/style/verbosity', amount: 0.1 },
    { shown: manner.withEmoji.length > 0, path: '/style/emoji', amount: 0.1 },
    { shown: manner.polite.length > 0, path: '/style/formality', amount: 0.05 },
  ].filter(({ shown }) => shown);
  // Somebody who keeps talking without any of these signs is comfortable: a little closer, then.
  const chosen = nudges.length > 0 ? nudges : [{ path: '/style/warmth', amount: 0.05 }];
  return chosen.map(({ path, amount }) => ({ op: 'nudge', path, amount, text: '' }));
};

const setFocus = ({ value }: Item): PersonaOp => ({
  op: 'set',
  path: '/focus',
  amount: 0,
  text: value.slice(0, LONGEST_TEXT),
});
