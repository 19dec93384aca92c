import { fold, type Word } from './words.js';

/** Where a phrase stands in a text, as character offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Phrases as the word lists write them: alternatives separated by `|`, each of one or more words.
 * `a*` is any word that begins with a, `~` up to three words of any kind.
 */
export type Phrases = string;

type WordTest = (word: string) => boolean;
type Step = WordTest | 'gap';

const LONGEST_GAP = 3;
const compiled = new Map<Phrases, readonly (readonly Step[])[]>();

/** Where the first of the alternatives, in their order, stands among the words. */
export const findPhrase = (words: readonly Word[], lists: readonly Phrases[]): Span | undefined => {
  for (const steps of lists.flatMap(compile)) {
    for (const [index, first] of words.entries()) {
      const end = matchFrom(words, index, steps);
      if (end !== undefined) return { start: first.start, end };
    }
  }
  return undefined;
};

export const holdsPhrase = (words: readonly Word[], lists: readonly Phrases[]): boolean =>
  findPhrase(words, lists) !== undefined;

const matchFrom = (words: readonly Word[], index: number, steps: readonly Step[]): number | undefined => {
  const [step, ...rest] = steps;
  if (step === undefined) return words[index - 1]?.end;
  if (step === 'gap') {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1) {
      const end = matchFrom(words, index + skipped, rest);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const word = words[index];
  return word !== undefined && step(word.folded) ? matchFrom(words, index + 1, rest) : undefined;
};

const compile = (phrases: Phrases): readonly (readonly Step[])[] => {
  const known = compiled.get(phrases);
  if (known !== undefined) return known;
  const alternatives = phrases.split('|').map((phrase) => phrase.trim().split(/\s+/).map(stepOf));
  compiled.set(phrases, alternatives);
  return alternatives;
};

const stepOf = (form: string): Step => {
  if (form === '~') return 'gap';
  const folded = fold(form.replace('*', ''));
  return form.endsWith('*') ? (word) => word.startsWith(folded) : (word) => word === folded;
};
