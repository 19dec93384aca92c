import { clausesOf } from '../reading/clauses.js';
import { holdsPhrase } from '../reading/phrase.js';
import { wordsOf } from '../reading/words.js';
import { isInCrisis } from '../moderation/screen.js';
import {
  ASKS_ADVICE,
  ASKS_IF_AI,
  ASKS_MEMORY,
  GOODBYES,
  GREETINGS,
  LOVE_FOR_THE_LISTENER,
  THANKS,
} from '../words/acts.js';
import { topicOf } from './topic.js';

/** What a message does. */
export type Act =
  | 'crisis'
  | 'asks_if_ai'
  | 'asks_memory'
  | 'loves'
  | 'goodbye'
  | 'thanks'
  | 'greeting'
  | 'asks_advice'
  | 'tells';

/** Beyond this many words, a greeting or a "thank you" is only how a longer message begins. */
const SHORT_MESSAGE = 8;

export const actOf = (text: string): Act => {
  const words = wordsOf(text);
  const isShort = words.length <= SHORT_MESSAGE;
  if (isInCrisis(text)) return 'crisis';
  if (holdsPhrase(words, ASKS_IF_AI)) return 'asks_if_ai';
  if (holdsPhrase(words, ASKS_MEMORY)) return 'asks_memory';
  if (isShort && holdsPhrase(words, LOVE_FOR_THE_LISTENER)) return 'loves';
  if (endsInGoodbye(text)) return 'goodbye';
  if (holdsPhrase(words, ASKS_ADVICE)) return 'asks_advice';
  if (isShort && topicOf(text) === undefined) {
    if (holdsPhrase(words, THANKS)) return 'thanks';
    if (holdsPhrase(words, GREETINGS)) return 'greeting';
  }
  return 'tells';
};

const endsInGoodbye = (text: string): boolean => {
  const last = clausesOf(text).at(-1);
  return last !== undefined && last.words.length <= SHORT_MESSAGE && holdsPhrase(last.words, GOODBYES);
};
