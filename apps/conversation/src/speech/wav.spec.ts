import { describe, expect, it } from '@jest/globals';
import { readWav, writeWav } from './wav.js';

const sound = { samples: Int16Array.of(0, 1, -1, 32_767, -32_768), rate: 16_000 };
const DATA_LENGTH_AT = 40;

describe('a WAV', () => {
  it('is read as it was written', () => {
    expect(readWav(writeWav(sound))).toEqual(sound);
  });

  it('that was sent while it was made is read as far as it goes', () => {
    const wav = writeWav(sound);
    wav.writeUInt32LE(0xffffffff, 4);
    wav.writeUInt32LE(0xffffffff, DATA_LENGTH_AT);
    expect(readWav(wav)).toEqual(sound);
    expect(readWav(wav.subarray(0, -1)).samples).toEqual(sound.samples.slice(0, -1));
  });

  it('may say other things before its sound, also of an odd length', () => {
    const wav = writeWav(sound);
    const more = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1');
    expect(readWav(Buffer.concat([wav.subarray(0, 36), more, wav.subarray(36)]))).toEqual(sound);
  });

  it.each([
    ['is none', (wav: Buffer) => wav.fill(0)],
    ['ends before its sound', (wav: Buffer) => wav.subarray(0, 36)],
    ['ends in its format', (wav: Buffer) => wav.subarray(0, 30)],
    ['is stereo', (wav: Buffer) => (wav.writeUInt16LE(2, 22), wav)],
    ['is of 8 bit', (wav: Buffer) => (wav.writeUInt16LE(8, 34), wav)],
  ])('is refused where it %s', (_what, spoil) => {
    expect(() => readWav(spoil(writeWav(sound)))).toThrow('WAV');
  });
});
