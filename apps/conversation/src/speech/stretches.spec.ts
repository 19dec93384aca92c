import { describe, expect, it } from '@jest/globals';
import { stretchesOf } from './stretches.js';

const SECOND = 16_000;

describe('speech that is too long for a recogniser', () => {
  it('is cut where it is quiet, and nothing of it is lost', () => {
    const audio = new Int16Array(60 * SECOND).fill(4000);
    audio.fill(0, 26 * SECOND, 26 * SECOND + SECOND / 10);
    const stretches = stretchesOf(audio);
    expect(stretches).toHaveLength(3);
    expect((stretches[0]?.length ?? 0) / SECOND).toBeCloseTo(26.01, 1);
    expect(stretches.every(({ length }) => length <= 28 * SECOND)).toBe(true);
    expect(Buffer.concat(stretches.map((part) => Buffer.from(part)))).toEqual(
      Buffer.concat([Buffer.from(audio)]),
    );
  });

  it('stays whole where it is short', () => {
    const audio = new Int16Array(28 * SECOND);
    expect(stretchesOf(audio)).toEqual([audio]);
  });
});
