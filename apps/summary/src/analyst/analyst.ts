import type { Reading } from './reading.js';
import type { TranscriptLine } from './transcript.js';

/** Reads a session and says what it shows of the person. */
export abstract class Analyst {
  /**
   * @returns only what stands up to its check
   * @throws DomainError `model_unavailable` when it cannot be asked
   * @throws UnusableExtraction when neither its answer nor its second try can be used
   */
  abstract analyse(transcript: readonly TranscriptLine[]): Promise<Reading>;
}
