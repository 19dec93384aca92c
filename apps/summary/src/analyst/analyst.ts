import type { Extraction } from './extraction.js';
import type { TranscriptLine } from './transcript.js';

/** Reads a session and says what it shows of the person. */
export abstract class Analyst {
  /**
   * @throws DomainError `model_unavailable` when it cannot be asked
   * @throws UnusableExtraction when its answer, and its second try, cannot be read
   */
  abstract analyse(transcript: readonly TranscriptLine[]): Promise<Extraction>;
}

/** The model answered, but not in the shape it was asked for. */
export class UnusableExtraction extends Error {
  constructor(options?: ErrorOptions) {
    super('The extraction has not the shape of its schema', options);
    this.name = 'UnusableExtraction';
  }
}
