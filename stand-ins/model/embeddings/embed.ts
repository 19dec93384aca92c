import { wordsOf } from '../reading/words.js';
import { hashOf } from '../hash.js';

export const EMBEDDING_DIMENSIONS = 256;

/** A unit vector made of the text's words and their beginnings: equal words bring texts nearer. */
export const embed = (text: string): readonly number[] => {
  const vector = new Array<number>(EMBEDDING_DIMENSIONS).fill(0);
  for (const { folded } of wordsOf(text)) {
    for (const feature of [folded, `${folded.slice(0, 4)}*`]) {
      const hash = hashOf(feature);
      const dimension = hash % EMBEDDING_DIMENSIONS;
      vector[dimension] = (vector[dimension] ?? 0) + (hash & 0x10000 ? 1 : -1);
    }
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
};

/** The form in which OpenAI's own clients ask for vectors: little-endian 32-bit floats in base64. */
export const asBase64 = (vector: readonly number[]): string =>
  Buffer.from(Float32Array.from(vector).buffer).toString('base64');
