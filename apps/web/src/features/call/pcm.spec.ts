import { describe, expect, it } from '@jest/globals';
import { loudness, toMicSamples, toSpeakerSamples } from './pcm';

describe('sound on its way', () => {
  it('leaves the microphone as a third of its samples', () => {
    const heard = new Float32Array(960).fill(0.5);
    const samples = toMicSamples(heard);
    expect(samples).toHaveLength(320);
    expect(samples[0]).toBe(16_384);
  });

  it('never runs over, however loud', () => {
    expect([...toMicSamples(new Float32Array([2, 2, 2, -2, -2, -2]))]).toEqual([32_767, -32_767]);
  });

  it('reaches the speaker as twice its samples, without a step between the pieces', () => {
    const samples = toSpeakerSamples(new Int16Array([32_767, 0]), 32_767);
    expect([...samples]).toEqual([1, 1, 0.5, 0]);
  });

  it('is silent when nothing is said', () => {
    expect(loudness(new Float32Array(100))).toBe(0);
    expect(loudness(new Float32Array(100).fill(1))).toBe(1);
  });
});
