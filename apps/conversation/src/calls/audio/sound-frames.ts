import { SOUND_FRAME_MS } from '@saathi/contracts';
import { joined } from '../../speech/joined.js';
import { VOICE_RATE } from '../../speech/rates.js';

const FRAME = (VOICE_RATE * SOUND_FRAME_MS) / 1000;

/** Cuts a voice that comes in pieces of any length into frames of 20 ms. */
export class SoundFrames {
  private rest: Int16Array = new Int16Array();

  /** @returns the frames that are full */
  push(samples: Int16Array): Int16Array[] {
    const all = joined([this.rest, samples]);
    const frames: Int16Array[] = [];
    let at = 0;
    for (; at + FRAME <= all.length; at += FRAME) frames.push(all.subarray(at, at + FRAME));
    this.rest = all.subarray(at);
    return frames;
  }

  /** @returns what is left of the voice, shorter than a frame */
  end(): Int16Array[] {
    const { rest } = this;
    this.rest = new Int16Array();
    return rest.length === 0 ? [] : [rest];
  }
}
