import { SOUND_FRAME_MS } from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { VOICE_RATE } from '../../speech/rates.js';
import { EarlySound } from './early-sound.js';
import { SoundFrames } from './sound-frames.js';

/** So much sound is sent before it is heard: enough for a line that stalls, little enough to be thrown away. */
const AHEAD_MS = 2000;
/** How many sentences are spoken at the model's at a time: the one that is heard and the next. */
const AT_A_TIME = 2;

/** What a mouth needs, and whom it tells. */
export interface MouthParts {
  /** Says a text; nothing where a text has nothing to be said. */
  readonly voiceOf: (text: string) => AsyncIterable<Int16Array> | undefined;
  /** A sentence begins: its sound is here. */
  readonly onSentence: (text: string) => void;
  readonly onSound: (samples: Int16Array, ms: number) => void;
  readonly onSentenceEnd: () => void;
  /** There is no voice; what is left can only be shown. */
  readonly onTrouble: (error: unknown) => void;
  /** Milliseconds of the reply that were heard. */
  readonly heardMs: () => number;
  readonly signal: AbortSignal;
}

interface Sentence {
  readonly text: string;
  sound?: AsyncIterable<Int16Array>;
}

/** Says a reply, sentence by sentence, no more than two seconds ahead of what is heard. */
export class Mouth {
  private readonly sentences: Sentence[] = [];
  private readonly frames = new SoundFrames();
  private sentMs = 0;
  private isWhole = false;
  private isMute = false;
  private wake: () => void = () => undefined;

  constructor(private readonly parts: MouthParts) {
    parts.signal.addEventListener(
      'abort',
      () => {
        this.wake();
      },
      { once: true },
    );
  }

  say(text: string): void {
    this.sentences.push({ text });
    this.prepare();
    this.wake();
  }

  /** Nothing more will be said. */
  end(): void {
    this.isWhole = true;
    this.wake();
  }

  /** Resolves when everything was sent, or is not wanted any more. */
  async run(): Promise<void> {
    const { signal } = this.parts;
    while (!signal.aborted) {
      const sentence = this.sentences[0];
      if (sentence !== undefined) {
        await this.pronounce(sentence);
        this.sentences.shift();
        this.prepare();
      } else if (this.isWhole) break;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (!signal.aborted) for (const frame of this.frames.end()) this.send(frame);
  }

  private prepare(): void {
    if (this.isMute || this.parts.signal.aborted) return;
    for (const sentence of this.sentences.slice(0, AT_A_TIME)) {
      if (sentence.sound !== undefined) continue;
      const sound = this.parts.voiceOf(sentence.text);
      sentence.sound = sound === undefined ? NOTHING : new EarlySound(sound);
    }
  }

  private async pronounce({ text, sound = NOTHING }: Sentence): Promise<void> {
    const { onSentence, onSentenceEnd, onTrouble, signal } = this.parts;
    let hasBegun = false;
    try {
      for await (const piece of this.isMute ? NOTHING : sound) {
        if (!hasBegun) onSentence(text);
        hasBegun = true;
        for (const frame of this.frames.push(piece)) {
          await this.untilWanted();
          this.send(frame);
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      this.isMute = true;
      onTrouble(error);
    }
    if (signal.aborted) return;
    if (!hasBegun) onSentence(text);
    onSentenceEnd();
  }

  private send(frame: Int16Array): void {
    const ms = (frame.length * 1000) / VOICE_RATE;
    this.sentMs += ms;
    this.parts.onSound(frame, ms);
  }

  /** @throws the reason of the signal when it aborts */
  private async untilWanted(): Promise<void> {
    const { signal, heardMs } = this.parts;
    signal.throwIfAborted();
    while (this.sentMs - heardMs() > AHEAD_MS) await pause(SOUND_FRAME_MS, undefined, { signal });
  }
}

const NOTHING: AsyncIterable<Int16Array> = {
  async *[Symbol.asyncIterator]() {
    // No sound.
  },
};
