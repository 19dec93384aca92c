import { describe, expect, it } from '@jest/globals';
import { PcmStream } from './pcm-stream.js';
import { WavStream } from './wav-stream.js';
import { writeWav } from './wav.js';

const samples = Int16Array.from({ length: 240 }, (_, index) => (index * 311) % 20_011);

/** What comes out when the bytes go in by pieces of this length. */
const read = (stream: PcmStream | WavStream, bytes: Buffer, length: number): number[] => {
  const read: number[] = [];
  for (let at = 0; at < bytes.length; at += length)
    read.push(...stream.push(bytes.subarray(at, at + length)));
  return read;
};

describe('a voice that comes in pieces', () => {
  const bare = Buffer.from(samples.buffer);
  const wav = writeWav({ samples, rate: 24_000 });

  it.each([1, 3, 44, 45, 1000])('of %i bytes is the same voice', (length) => {
    expect(read(new PcmStream(), bare, length)).toEqual([...samples]);
    expect(read(new WavStream(), wav, length)).toEqual([...samples]);
  });

  it('is as long at another rate as it was, wherever it was cut', () => {
    const slower = writeWav({ samples, rate: 16_000 });
    const whole = read(new WavStream(), slower, slower.length);
    expect(whole.length).toBeCloseTo(360, -1);
    expect(read(new WavStream(), slower, 7)).toEqual(whole);
    expect(whole.slice(0, 4)).toEqual([0, Math.round((311 * 2) / 3), Math.round((311 * 4) / 3), 622]);
  });

  it('is none where it is no WAV', () => {
    expect(() => read(new WavStream(), Buffer.alloc(8192), 1000)).toThrow('WAV');
  });
});
