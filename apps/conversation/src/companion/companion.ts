import type { PromptMessage } from '../personas/build-prompt.js';

/** The voice behind the companion: a language model. */
export abstract class Companion {
  /**
   * Answers, piece by piece. Ends normally only when the answer is whole; after an abort it ends
   * with whatever was said so far.
   * @throws DomainError `model_unavailable`
   */
  abstract reply(messages: readonly PromptMessage[], signal: AbortSignal): AsyncIterable<string>;
}
