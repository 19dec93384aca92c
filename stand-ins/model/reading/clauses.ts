import { wordsOf, type Word } from './words.js';

/** A stretch of a text that says one thing, with its words placed in the whole text. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

const SENTENCE_MARKS = /[.!?।॥;\n…]+/g;
const CLAUSE_MARKS = /[.!?।॥;\n…,:–—]+/g;
const TURNS = /\s(?:but|lekin|magar|par|although|लेकिन|मगर|पर|किन्तु|परंतु)\s/giu;

/** Cuts a text at every punctuation mark and at words like "but". */
export const clausesOf = (text: string): readonly Clause[] => cut(text, CLAUSE_MARKS);

/** Cuts a text where sentences end and at words like "but". */
export const sentencesOf = (text: string): readonly Clause[] => cut(text, SENTENCE_MARKS);

const cut = (text: string, marks: RegExp): readonly Clause[] => {
  const cuts = [...text.matchAll(marks), ...text.matchAll(TURNS)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((one, other) => one.start - other.start);
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), text.length];
  return starts.flatMap((start, index) => trimmed(text, start, ends[index] ?? text.length));
};

const trimmed = (text: string, start: number, end: number): readonly Clause[] => {
  const words = wordsOf(text.slice(start, end)).map((word) => ({
    ...word,
    start: word.start + start,
    end: word.end + start,
  }));
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ text: text.slice(first.start, last.end), start: first.start, end: last.end, words }];
};
