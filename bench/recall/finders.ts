import type { Finder } from './measures.js';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The newest messages, whatever is asked: what a companion without memory has. */
export const slidingWindow: Finder = {
  name: 'sliding window',
  open: ({ messages }) => {
    const newest = messages.map(({ id }) => id).reverse();
    return Promise.resolve(() => Promise.resolve(newest));
  },
};

const K1 = 1.2;
const B = 0.75;

/** BM25 over the words as they are typed. */
export const plainBm25: Finder = {
  name: 'plain BM25',
  open: ({ messages }) => {
    const documents = messages.map(({ text }) => wordsOf(text));
    const average = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
    const having = new Map<string, number>();
    for (const words of documents)
      for (const word of new Set(words)) having.set(word, (having.get(word) ?? 0) + 1);
    const idf = (word: string): number => {
      const count = having.get(word) ?? 0;
      return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
    };
    return Promise.resolve(({ cue }) => {
      const asked = new Set(wordsOf(cue));
      const scored = documents.map((words, id) => {
        let score = 0;
        for (const word of asked) {
          const count = words.filter((other) => other === word).length;
          score += (idf(word) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * words.length) / average));
        }
        return { id, score };
      });
      return Promise.resolve(
        scored
          .filter(({ score }) => score > 0)
          .sort((one, other) => other.score - one.score || other.id - one.id)
          .map(({ id }) => id),
      );
    });
  },
};
