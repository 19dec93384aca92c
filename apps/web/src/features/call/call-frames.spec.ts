import { describe, expect, it } from '@jest/globals';
import { micFrame, readVoiceFrame } from './call-frames';

const voice = (bytes: readonly number[]): ArrayBuffer => new Uint8Array(bytes).buffer;

describe('the frames of a call', () => {
  it('carry what the microphone heard behind their number', () => {
    const frame = new Uint8Array(micFrame(258, new Int16Array([1, -2])));
    expect([...frame]).toEqual([1, 0, 0, 0, 2, 1, 0, 0, 1, 0, 254, 255]);
  });

  it('bring the voice of a reply', () => {
    const frame = readVoiceFrame(voice([2, 0, 3, 1, 7, 0, 0, 0, 255, 127, 0, 128]));
    expect(frame).toEqual({ rid: 259, seq: 7, samples: new Int16Array([32_767, -32_768]) });
  });

  it.each([
    ['a microphone', [1, 0, 0, 0, 0, 0, 0, 0]],
    ['a codec that was not agreed on', [2, 1, 0, 0, 0, 0, 0, 0]],
    ['half a header', [2, 0, 0]],
  ])('are passed over when they are of %s', (_of, bytes) => {
    expect(readVoiceFrame(voice(bytes))).toBeUndefined();
  });
});
