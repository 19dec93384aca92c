import { describe, expect, it } from '@jest/globals';
import { isCallSound, readCallSound, readSoundSeq, writeCallSound } from './call-sound.js';

const samples = Int16Array.from([0, 1, -1, 32_767, -32_768]);

describe('a frame of sound', () => {
  it('is 8 bytes of header and its samples, little-endian', () => {
    const bytes = writeCallSound({ kind: 'voice', rid: 0x0203, seq: 0x04050607, samples });
    expect([...bytes.subarray(0, 10)]).toEqual([2, 0, 3, 2, 7, 6, 5, 4, 0, 0]);
    expect(bytes).toHaveLength(8 + 2 * samples.length);
  });

  it('is read as it was written, wherever it lies in memory', () => {
    const bytes = writeCallSound({ kind: 'mic', rid: 0, seq: 4_294_967_295, samples });
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readCallSound(shifted.subarray(3), 'mic')).toEqual({
      kind: 'mic',
      rid: 0,
      seq: 4_294_967_295,
      samples,
    });
    expect(readSoundSeq(bytes, 'mic')).toBe(4_294_967_295);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a header alone', writeCallSound({ kind: 'mic', rid: 0, seq: 1, samples: new Int16Array() })],
    ['a voice where a microphone belongs', writeCallSound({ kind: 'voice', rid: 1, seq: 1, samples })],
    ['a codec that was not agreed on', Buffer.from([1, 1, 0, 0, 1, 0, 0, 0, 1, 1])],
    ['JSON', Buffer.from('{"type":"bye"}')],
  ])('is not %s', (_name, bytes) => {
    expect(readCallSound(bytes, 'mic')).toBeUndefined();
  });

  it('is told from JSON by its first byte', () => {
    expect(isCallSound(Buffer.from('{}'), 'mic')).toBe(false);
    expect(isCallSound(writeCallSound({ kind: 'voice', rid: 1, seq: 1, samples }), 'voice')).toBe(true);
  });
});
