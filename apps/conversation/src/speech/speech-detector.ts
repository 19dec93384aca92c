/** How many samples are judged at a time: 32 ms. */
export const WINDOW = 512;

/** Tells speech from everything else, window by window. */
export interface SpeechDetector {
  /** @param window so many samples as WINDOW says, from -1 to 1 */
  isSpeech(window: Float32Array): boolean;
  /** Forgets what it was given. */
  reset(): void;
}
