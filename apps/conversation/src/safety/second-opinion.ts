import type { ModelCall } from '../companion/model-call.js';
import type { DangerLevel, Screening } from './screen.js';

/** A second reading of a message, by somebody who knows more than a lexicon and takes longer. */
export abstract class SecondOpinion {
  /**
   * @returns undefined when nobody can be asked; else a level, `none` when no answer came in time. It never fails:
   * the lexicon alone decides then.
   */
  abstract ask(message: Suspect, note: (call: ModelCall) => void): Promise<Opinion> | undefined;
}

/** A message to be read again. */
export interface Suspect {
  readonly text: string;
  readonly screening: Screening;
}

export interface Opinion {
  readonly level: DangerLevel;
  readonly source: 'moderation' | 'classification';
}
