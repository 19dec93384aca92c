import type { CallSpeechKind } from '@saathi/contracts';
import type { ModelCall } from '../companion/model-call.js';

/** What a recogniser made of one stretch of speech; `language` (BCP 47) only where it said so. */
export interface Transcription {
  text: string;
  language?: string;
}

export interface RecogniseOptions {
  language?: string;
  /** Words that are likely to be said: names, places. */
  prompt?: string;
  signal: AbortSignal;
  /** Is told of each call of the model, however it ended: to be kept with the call it was for. */
  note: (call: ModelCall) => void;
}

export interface SpeakOptions {
  /** The one of the settings unless another is named. */
  voice?: string;
  signal: AbortSignal;
  /** As for a recogniser. */
  note: (call: ModelCall) => void;
}

/** Writes down what was said. */
export abstract class Recogniser {
  /**
   * @param audio 16 kHz mono
   * @returns an empty text where nothing was said
   * @throws the reason of `signal` when it aborts; ModelFailure when there is no good answer in time
   */
  abstract transcribe(audio: Int16Array, options: RecogniseOptions): Promise<Transcription>;
}

/** Says a text aloud. */
export abstract class Speaker {
  /**
   * 24 kHz mono, piece by piece as it is made. Leaving the loop ends it at the model, too.
   * @throws the reason of `signal` when it aborts; ModelFailure when no sound comes, or when it stops half-way
   */
  abstract speak(text: string, options: SpeakOptions): AsyncIterable<Int16Array>;
}

/** Whether this server can hear and speak; where it cannot, a call runs in text mode. */
export abstract class Speech {
  abstract readonly kind: CallSpeechKind;
}
