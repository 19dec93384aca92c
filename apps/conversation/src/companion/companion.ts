import type { PromptMessage } from '../personas/build-prompt.js';
import type { ModelCall } from './model-call.js';

/** What a model is asked. */
export interface Question {
  readonly messages: readonly PromptMessage[];
  /** Who asks: the provider is told a digest of it. */
  readonly user_id: string;
  /** Aborted when the answer is wanted no further. */
  readonly signal: AbortSignal;
}

/** The voice behind the companion: a language model. */
export abstract class Companion {
  /**
   * Answers, piece by piece. Ends normally only when the answer is whole; after an abort it ends
   * with whatever was said so far.
   * @param note is told of every call that was made for it, when the call is over
   * @throws DomainError `model_unavailable`
   */
  abstract reply(question: Question, note: (call: ModelCall) => void): AsyncIterable<string>;
}
