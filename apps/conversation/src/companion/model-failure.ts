/** How a call of a model failed. Its message is a phrase of ours: it quotes nobody. */
export class ModelFailure extends Error {
  /**
   * @param kind `unreachable`: no answer, or one that says the model is in trouble; `busy`: it asks to come back
   * later; `refused`: it will not answer this, now or later; `broken`: an answer that is none
   * @param retryAfterMs when it is ready again, if it says so
   */
  constructor(
    readonly kind: 'unreachable' | 'busy' | 'refused' | 'broken',
    message: string,
    readonly retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ModelFailure';
  }
}
