import { describe, expect, it } from '@jest/globals';
import { SoundFrames } from './sound-frames.js';

describe('a voice in frames', () => {
  it('loses nothing, whatever it comes in', () => {
    const voice = Int16Array.from({ length: 5000 }, (_, index) => index);
    const frames = new SoundFrames();
    const cut: Int16Array[] = [];
    for (let at = 0, piece = 1; at < voice.length; at += piece, piece = (piece * 7) % 997)
      cut.push(...frames.push(voice.subarray(at, at + piece)));
    cut.push(...frames.end());
    expect(cut.slice(0, -1).every(({ length }) => length === 480)).toBe(true);
    expect(cut.flatMap((frame) => [...frame])).toEqual([...voice]);
    expect(frames.end()).toEqual([]);
  });
});
