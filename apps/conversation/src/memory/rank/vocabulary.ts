import { fold, skeleton } from '../normalise/fold.js';
import { keyOf } from '../normalise/tokens.js';

const GRAM_LENGTH = 4;
const LEAST_SKELETON = 3;

/** Pieces of a word as it sounds, by which misspelt and inflected words still find each other. */
export const gramsOf = (token: string): string[] => {
  const folded = fold(token);
  const framed = `_${folded}_`;
  const bones = new Set([skeleton(folded), skeleton(keyOf(token))]);
  const grams = [...bones].filter((one) => one.length >= LEAST_SKELETON).map((one) => `#${one}`);
  if (framed.length <= GRAM_LENGTH) return [...grams, framed];
  for (let start = 0; start + GRAM_LENGTH <= framed.length; start += 1)
    grams.push(framed.slice(start, start + GRAM_LENGTH));
  return grams;
};

/** The distinct words of one person's messages, each read once. */
export class Vocabulary {
  private readonly tokenIds = new Map<string, number>();
  private readonly keyIds = new Map<string, number>();
  private readonly byGram = new Map<string, number[]>();
  private readonly byKey = new Map<string, number[]>();
  /** The key of each token. */
  readonly keyOfToken: number[] = [];
  readonly keys: string[] = [];

  /** The number of a token, new or known. */
  add(token: string): number {
    const known = this.tokenIds.get(token);
    if (known !== undefined) return known;
    const id = this.keyOfToken.length;
    this.tokenIds.set(token, id);
    const key = keyOf(token);
    this.keyOfToken.push(this.addKey(key));
    enter(this.byKey, key, id);
    for (const gram of new Set(gramsOf(token))) enter(this.byGram, gram, id);
    return id;
  }

  /** @returns undefined for a key no message has */
  keyId(key: string): number | undefined {
    return this.keyIds.get(key);
  }

  /** The tokens that hold a piece. */
  withGram(gram: string): readonly number[] {
    return this.byGram.get(gram) ?? [];
  }

  /** The tokens that are spellings or forms of one word. */
  withKey(key: string): readonly number[] {
    return this.byKey.get(key) ?? [];
  }

  private addKey(key: string): number {
    const known = this.keyIds.get(key);
    if (known !== undefined) return known;
    const id = this.keys.length;
    this.keyIds.set(key, id);
    this.keys.push(key);
    return id;
  }
}

const enter = (lists: Map<string, number[]>, name: string, id: number): void => {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [id]);
  else list.push(id);
};
