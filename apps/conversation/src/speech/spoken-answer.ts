import type { IncomingMessage } from 'node:http';
import { ModelFailure } from '../companion/model-failure.js';
import { LimitedWait } from './limited-wait.js';
import { PcmStream } from './pcm-stream.js';
import { WavStream } from './wav-stream.js';

const FIRST_SOUND_LIMIT_MS = 2500;
const STALL_LIMIT_MS = 2000;

/** One answer of a voice, from the request to its last sound. Has to be closed. */
export class SpokenAnswer {
  /** How many samples have come. */
  samples = 0;
  private readonly wait: LimitedWait;
  private packets: AsyncIterator<Uint8Array> | undefined;
  private sound: PcmStream | WavStream = new PcmStream();

  constructor(signal: AbortSignal) {
    this.wait = new LimitedWait(signal);
  }

  /** The first sound. @throws as `LimitedWait.until`; ModelFailure where there is none */
  async begin(ask: (signal: AbortSignal) => Promise<IncomingMessage>): Promise<Int16Array> {
    const first = await this.wait.until(FIRST_SOUND_LIMIT_MS, 'no sound came in time', async () => {
      const answer = await ask(this.wait.signal);
      this.sound = streamOf(answer.headers['content-type'] ?? '');
      const packets: AsyncIterable<Uint8Array> = answer;
      this.packets = packets[Symbol.asyncIterator]();
      return this.read();
    });
    if (first === undefined) throw new ModelFailure('broken', 'the voice said nothing');
    return first;
  }

  /** More of it, undefined at its end. Nobody waits while the listener takes their time. */
  next(): Promise<Int16Array | undefined> {
    return this.wait.until(STALL_LIMIT_MS, 'the voice stopped half-way', () => this.read());
  }

  /** Ends it, also at the model. */
  close(): void {
    this.wait.close();
  }

  private async read(): Promise<Int16Array | undefined> {
    for (;;) {
      const packet = await this.packets?.next();
      if (packet === undefined || packet.done === true) return undefined;
      const samples = this.decode(packet.value);
      this.samples += samples.length;
      if (samples.length > 0) return samples;
    }
  }

  private decode(bytes: Uint8Array): Int16Array {
    try {
      return this.sound.push(bytes);
    } catch (cause) {
      throw new ModelFailure('broken', 'the voice is no sound that is known here', undefined, { cause });
    }
  }
}

/** Servers that know no bare samples send what they like instead. */
const streamOf = (type: string): PcmStream | WavStream => {
  if (/wav/i.test(type)) return new WavStream();
  if (/json|text|mpeg|mp3|ogg|opus|flac|aac|webm/i.test(type))
    throw new ModelFailure('refused', 'the voice sends no bare samples');
  return new PcmStream();
};
