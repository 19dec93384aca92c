import { join } from 'node:path';
import type { Sherpa } from 'sherpa-onnx-node';
import { MICROPHONE_RATE } from './rates.js';
import { WINDOW, type SpeechDetector } from './speech-detector.js';

const WEIGHTS = join(import.meta.dirname, 'weights', 'silero-vad-16k.onnx');
/** Above it is speech; what has become speech stays so until it falls 0.15 below. */
const THRESHOLD = 0.5;
/** How long speech and silence have to last is not decided here. */
const AT_ONCE_SECONDS = 0.001;
/** It keeps what it takes for speech, so it cuts that by itself now and then. */
const LONGEST_SECONDS = 28;
const BUFFER_SECONDS = 40;

/** Silero's model (decision 55). To make one takes as long as to judge a second of sound, so they are used again. */
export class SileroDetector implements SpeechDetector {
  private readonly vad: InstanceType<Sherpa['Vad']>;

  constructor({ Vad }: Sherpa) {
    this.vad = new Vad(
      {
        sileroVad: {
          model: WEIGHTS,
          threshold: THRESHOLD,
          minSpeechDuration: AT_ONCE_SECONDS,
          minSilenceDuration: AT_ONCE_SECONDS,
          maxSpeechDuration: LONGEST_SECONDS,
          windowSize: WINDOW,
        },
        sampleRate: MICROPHONE_RATE,
        numThreads: 1,
        provider: 'cpu',
        debug: false,
      },
      BUFFER_SECONDS,
    );
  }

  isSpeech(window: Float32Array): boolean {
    this.vad.acceptWaveform(window);
    this.vad.clear();
    return this.vad.isDetected();
  }

  reset(): void {
    this.vad.reset();
  }
}
