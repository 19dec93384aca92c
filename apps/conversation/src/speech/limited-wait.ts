import { ModelFailure } from '../companion/model-failure.js';

/** Waits of which each has its own limit; whoever wants it can end them all. */
export class LimitedWait {
  private readonly controller = new AbortController();
  private readonly withdraw = (): void => {
    this.controller.abort(this.wanted.reason);
  };

  /** @param wanted aborts when the answer is not wanted any more */
  constructor(private readonly wanted: AbortSignal) {
    if (wanted.aborted) this.withdraw();
    wanted.addEventListener('abort', this.withdraw, { once: true });
  }

  /** What is waited for has to end when this aborts. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * @param reason what is said when the limit is reached
   * @throws the reason for which it is not wanted any more; ModelFailure when the limit is reached, or when `work`
   * fails
   */
  async until<T>(limitMs: number, reason: string, work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.controller.abort(new ModelFailure('unreachable', reason));
    }, limitMs);
    try {
      this.signal.throwIfAborted();
      return await work();
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof ModelFailure) throw error;
      throw new ModelFailure('broken', 'the connection broke off', undefined, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends what still waits. */
  close(): void {
    this.wanted.removeEventListener('abort', this.withdraw);
    this.controller.abort();
  }
}
