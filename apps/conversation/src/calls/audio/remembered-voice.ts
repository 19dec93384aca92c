import { Logger } from '@nestjs/common';
import { Speaker, type SpeakOptions } from '../../speech/speech.port.js';

/** A few sentences in a few languages. */
const KEPT = 40;

/** A voice that keeps what it was asked to prepare: said again it costs nothing, and is there when nothing else is. */
export class RememberedVoice extends Speaker {
  private readonly log = new Logger(RememberedVoice.name);
  private readonly kept = new Map<string, Promise<readonly Int16Array[]>>();

  constructor(private readonly voice: Speaker) {
    super();
  }

  async *speak(text: string, options: SpeakOptions): AsyncIterable<Int16Array> {
    const kept = await this.kept.get(text);
    yield* kept ?? this.voice.speak(text, options);
  }

  /** Has a sentence spoken, for later. */
  async prepare(text: string, options: SpeakOptions): Promise<void> {
    if (this.kept.has(text) || this.kept.size >= KEPT) return;
    const sound = wholeOf(this.voice.speak(text, options));
    this.kept.set(text, sound);
    try {
      await sound;
    } catch (error) {
      this.kept.delete(text);
      if (!options.signal.aborted) this.log.warn('a sentence could not be prepared', {}, error);
    }
  }
}

const wholeOf = async (sound: AsyncIterable<Int16Array>): Promise<readonly Int16Array[]> => {
  const pieces: Int16Array[] = [];
  for await (const piece of sound) pieces.push(piece);
  return pieces;
};
