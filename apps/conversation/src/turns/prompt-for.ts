import { buildPrompt, type PromptMessage } from '../personas/build-prompt.js';
import type { ReplyContext } from './turns.sql.js';

const DEFAULT_LOCALE = 'hi-IN';

/** What the model is given to answer a text. */
export const promptFor = (
  { persona_snapshot, name, locale, earlier }: ReplyContext,
  text: string,
): PromptMessage[] =>
  buildPrompt(persona_snapshot, { name, locale: locale ?? DEFAULT_LOCALE }, earlier ?? [], text);
