import type { ErrorCode, FieldError, PlanView } from '@saathi/contracts';
import { readJson } from './json';

/** What a request can fail with: the codes of the API, and having no network. */
export type ProblemCode = ErrorCode | 'offline';

/** What a problem document says besides its code; each member only with the codes that have it. */
export interface ProblemDetails {
  readonly status: number;
  readonly code: ErrorCode;
  readonly request_id?: string;
  readonly errors?: readonly FieldError[];
  /** Seconds. */
  readonly retry_after?: number;
  readonly attempts_left?: number;
  readonly limit?: number;
  readonly used?: number;
  readonly plans?: readonly PlanView[];
}

/** A request failed. What a person is told is chosen by `code`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Partial<ProblemDetails> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Problem';
  }

  /** Whether the same request may go well in a moment. */
  get mayPass(): boolean {
    return this.code === 'offline' || [429, 502, 503].includes(this.details.status ?? 0);
  }
}

export const isProblem = (error: unknown, code?: ProblemCode): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** The problem that an answer tells; whatever is no problem document came from something in between. */
export const problemOf = async (answer: Response): Promise<Problem> => {
  const isDocument = answer.headers.get('content-type')?.includes('problem+json') === true;
  if (!isDocument) return new Problem(answer.status >= 500 ? 'service_unavailable' : 'internal', {});
  return problemFrom(await readJson(answer));
};

/** The problem of a document, or of a `problem` event. */
export const problemFrom = (document: ProblemDetails): Problem => new Problem(document.code, document);
