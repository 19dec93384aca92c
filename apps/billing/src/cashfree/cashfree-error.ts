import { isJson, textOf } from './cashfree-answers.js';

/** What Cashfree says when it does not do what it was asked, or why it could not be asked. */
export class CashfreeError extends Error {
  constructor(
    /** 0 when there was no answer. */
    readonly status: number,
    /** Such as `order_already_exists`. */
    readonly code: string,
    /** Such as `idempotency_error`. */
    readonly type: string,
    /** Milliseconds after which it may be asked again, where it says so. */
    readonly retry_after_ms?: number,
    options?: ErrorOptions,
  ) {
    // Its own message may quote what it was sent, so it is not taken over.
    super(`Cashfree: ${String(status)} ${code} ${type}`.trim(), options);
    this.name = 'CashfreeError';
  }

  /** Whether the same question may be answered another time. */
  get mayPass(): boolean {
    const { status, type } = this;
    return status === 0 || status >= 500 || status === 429 || status === 408 || type === UNREADABLE;
  }
}

/** An answer that is none: HTML of a proxy, half a document, too much of it. */
export const UNREADABLE = 'unreadable';

const LONGEST_WORD = 60;

/** The error that an answer is. */
export const errorFrom = (status: number, retryAfter: string | null, body: unknown): CashfreeError => {
  const said = isJson(body) ? body : {};
  const word = (name: string): string => (textOf(said, name) ?? '').slice(0, LONGEST_WORD);
  const seconds = Number(retryAfter ?? Number.NaN);
  const wait = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  return new CashfreeError(status, word('code'), word('type'), wait);
};
