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
}

export interface SpeakOptions {
  voice: string;
  signal: AbortSignal;
}

/** Writes down what was said. */
export abstract class Recogniser {
  /** `audio` is 16 kHz mono. Rejects when `signal` aborts, and when the recogniser gives no answer in time. */
  abstract transcribe(audio: Int16Array, options: RecogniseOptions): Promise<Transcription>;
}

/** Says a text aloud. */
export abstract class Speaker {
  /** 24 kHz mono, piece by piece as it is made. Throws when `signal` aborts, and when the voice stalls. */
  abstract speak(text: string, options: SpeakOptions): AsyncIterable<Int16Array>;
}

/** Whether this server can hear and speak; where it cannot, a call runs in text mode. */
export abstract class Speech {
  abstract readonly available: boolean;
}
