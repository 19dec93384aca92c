import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { GatheredWords } from './gathered-words.js';

const read = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const all = async (words: GatheredWords, afterEachMs = 0): Promise<string[]> => {
  const pieces: string[] = [];
  for (let said = await words.next(); said !== undefined; said = await words.next()) {
    pieces.push(said);
    if (afterEachMs > 0) await pause(afterEachMs);
  }
  return pieces;
};

describe('words that come one by one', () => {
  it('are all handed on, in fewer pieces, however slowly they are taken', async () => {
    for (const slowness of [0, 1, 39, 40, 41]) {
      const source = new PassThrough();
      const taken = all(new GatheredWords(source, read), slowness);
      const letters = 'abcdefghijklmnopqrstuvwxyz';
      for (const letter of letters) {
        source.write(letter);
        await pause(5);
      }
      source.end();
      const pieces = await taken;
      expect(pieces.join('')).toBe(letters);
      expect(pieces[0]).toBe('a');
      expect(pieces.length).toBeLessThan(letters.length / 2);
    }
  });
});

describe('a connection that breaks off', () => {
  it('is told of after what came before', async () => {
    const source = new PassThrough();
    const words = new GatheredWords(source, read);
    source.write('abc');
    expect(await words.next()).toBe('abc');
    source.destroy();
    await expect(words.next()).rejects.toThrow('the connection was closed');
  });
});
