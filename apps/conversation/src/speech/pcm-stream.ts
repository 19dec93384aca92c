import { Resampler } from './resampler.js';
import { VOICE_RATE } from './rates.js';

const SAMPLE_BYTES = 2;

/** Makes samples of bytes that come in pieces of any length: a sample may be split between two of them. */
export class PcmStream {
  private readonly resampler: Resampler;
  private rest: Buffer = Buffer.alloc(0);

  /** @param rate samples a second of what comes; what leaves has that of the voice */
  constructor(rate: number = VOICE_RATE) {
    this.resampler = new Resampler(rate, VOICE_RATE);
  }

  push(bytes: Uint8Array): Int16Array {
    const all = Buffer.concat([this.rest, bytes]);
    const whole = all.length - (all.length % SAMPLE_BYTES);
    this.rest = all.subarray(whole);
    const samples = Int16Array.from({ length: whole / SAMPLE_BYTES }, (_, index) =>
      all.readInt16LE(index * SAMPLE_BYTES),
    );
    return this.resampler.push(samples);
  }
}
