import { idempotencyKeyReused } from '../cashfree-errors.js';

/** What a call is answered with. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface Kept {
  readonly request: string;
  readonly answer: ApiAnswer;
}

/** Remembers the successful answers that were given under an idempotency key. */
export class Idempotency {
  private readonly kept = new Map<string, Kept>();

  /**
   * The answer given before under this key.
   * @throws HttpError 422 when the key came with another body then
   */
  recall(key: string, request: string): ApiAnswer | undefined {
    const known = this.kept.get(key);
    if (known !== undefined && known.request !== request) throw idempotencyKeyReused();
    return known?.answer;
  }

  keep(key: string, request: string, answer: ApiAnswer): void {
    this.kept.set(key, { request, answer });
  }
}
