import { readWav } from './wav.js';
import { PcmStream } from './pcm-stream.js';

/** A header is far shorter; what has none by then is no WAV. */
const LONGEST_HEADER_BYTES = 4096;

/** Makes samples of a WAV file that comes in pieces. */
export class WavStream {
  private head: Buffer = Buffer.alloc(0);
  private body: PcmStream | undefined;

  /** @throws Error where it is no WAV, or not mono of 16 bit */
  push(bytes: Uint8Array): Int16Array {
    if (this.body !== undefined) return this.body.push(bytes);
    this.head = Buffer.concat([this.head, bytes]);
    const start = startOf(this.head);
    if (start === undefined) {
      if (this.head.length > LONGEST_HEADER_BYTES) throw new Error('This WAV has no beginning.');
      return new Int16Array();
    }
    this.body = new PcmStream(readWav(this.head.subarray(0, start)).rate);
    return this.body.push(this.head.subarray(start));
  }
}

/** Where the sound begins, once that is known. */
const startOf = (head: Buffer): number | undefined => {
  const at = head.indexOf('data', 12, 'latin1');
  return at < 0 || head.length < at + 8 ? undefined : at + 8;
};
