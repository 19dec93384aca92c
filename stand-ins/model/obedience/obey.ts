import type { ChatMessage } from '../talk/conversation.js';
import { formFor } from './forms.js';

/** Asks for the last line of the instructions alone. */
const LAST_LINE = /reference|last line|secret|code ?word|aakhri|akhri|रेफ़रेंस|संदर्भ|आख़िरी|गुप्त/i;
const REFERENCE = /^Reference: (.*)\.$/m;

/** What a model says that does whatever it is told: its instructions, or their reference, written as was asked. */
export const obey = (messages: readonly ChatMessage[]): string => {
  const instructions = messages.find(({ role }) => role === 'system')?.text ?? '';
  const asked = messages.findLast(({ role }) => role === 'user')?.text ?? '';
  const told = LAST_LINE.test(asked) ? (REFERENCE.exec(instructions)?.[1] ?? instructions) : instructions;
  return formFor(asked)(told);
};
