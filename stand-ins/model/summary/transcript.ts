import { isObject, parseJson, textAt } from '../../json-value.js';
import { clausesOf, sentencesOf, type Clause } from '../reading/clauses.js';
import { wordsOf, type Word } from '../reading/words.js';

/** One thing the person said, read once for all the rules that look at it. */
export interface UserLine {
  readonly id: string;
  readonly text: string;
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Clause[];
}

/** What the person said, from the JSON lines between `<transcript>` and `</transcript>`. */
export const readUserLines = (message: string): readonly UserLine[] => {
  const transcript = /^<transcript>\s*$([\s\S]*?)^<\/transcript>\s*$/m.exec(message)?.[1] ?? '';
  return transcript.split('\n').flatMap((line) => {
    const entry = parseJson(line);
    if (!isObject(entry) || entry.role !== 'user') return [];
    const id = textAt(entry, 'id');
    const text = textAt(entry, 'text');
    return id === undefined || text === undefined ? [] : [readLine(id, text)];
  });
};

const readLine = (id: string, text: string): UserLine => ({
  id,
  text,
  words: wordsOf(text),
  clauses: clausesOf(text),
  sentences: sentencesOf(text),
});
