import { describe, expect, it } from '@jest/globals';
import { SentFrames } from './sent-frames';

const frame = (seq: number): ArrayBuffer => new Uint8Array([seq % 256]).buffer;
const add = (sent: SentFrames, count: number): void => {
  for (let one = 0; one < count; one += 1) sent.add(frame);
};

describe('what the microphone sent', () => {
  it('is numbered one by one', () => {
    const sent = new SentFrames();
    add(sent, 3);
    expect(sent.last).toBe(3);
  });

  it('can be sent again from where the server has it', () => {
    const sent = new SentFrames();
    add(sent, 5);
    sent.forget(2);
    expect(sent.after(3).map((one) => new Uint8Array(one)[0])).toEqual([4, 5]);
    expect(sent.after(0)).toHaveLength(3);
  });

  it('is kept for ten seconds and no longer', () => {
    const sent = new SentFrames();
    add(sent, 800);
    expect(sent.after(0)).toHaveLength(500);
  });
});
