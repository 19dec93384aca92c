import { isObject, parseJson, textAt } from '../../json-value.js';
import { personaIn, type Persona } from './persona.js';

export interface ChatMessage {
  readonly role: string;
  readonly text: string;
}

/** What the listener knows when it is its turn. */
export interface Conversation {
  readonly persona: Persona;
  /** What the person said just now. */
  readonly said: string;
  /** What the person said before, newest first. */
  readonly saidBefore: readonly string[];
  /** What the listener has said so far. */
  readonly answered: readonly string[];
  /** Lines between `<memories>` and `</memories>` of a system message: words of earlier talks. */
  readonly memories: readonly string[];
  /** From the line `Focus: …` of a system message: what the last talk left open. */
  readonly focus: string | undefined;
}

export const readConversation = (messages: readonly ChatMessage[]): Conversation => {
  const system = textsOf(messages, ['system', 'developer']).join('\n');
  const [said = '', ...saidBefore] = textsOf(messages, ['user']).reverse();
  return {
    persona: personaIn(system),
    said,
    saidBefore,
    answered: textsOf(messages, ['assistant']),
    memories: memoriesIn(system),
    focus: /^\s*Focus:\s*(\S.*?)\s*$/m.exec(system)?.[1],
  };
};

const textsOf = (messages: readonly ChatMessage[], roles: readonly string[]): string[] =>
  messages.filter(({ role }) => roles.includes(role)).map(({ text }) => text);

const memoriesIn = (system: string): readonly string[] =>
  [...system.matchAll(/<memories>(.*?)<\/memories>/gs)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map(memoryIn)
    .filter((line) => line !== '');

/** A line of a block: a text, or an object that says whose it was. */
const memoryIn = (line: string): string => {
  const entry = parseJson(line);
  if (isObject(entry)) return entry.by === 'them' ? (textAt(entry, 'text') ?? '') : '';
  return line.replace(/^[\s"“*-]+|[\s"”]+$/g, '');
};
