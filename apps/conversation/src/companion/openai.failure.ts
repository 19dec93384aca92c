import { APIConnectionError, APIError } from 'openai';
import { ModelFailure } from './model-failure.js';

const REFUSALS = new Set([400, 401, 403, 404, 422]);

/** What went wrong with a call, in words of ours. */
export const failureOf = (error: unknown): ModelFailure => {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIConnectionError)
    return new ModelFailure('unreachable', 'the model cannot be reached', undefined, { cause: error.cause });
  if (isApiError(error)) return fromStatus(error.status ?? 0, error.headers);
  const isOurs = error instanceof Error && error.name !== 'TypeError';
  return isOurs
    ? new ModelFailure('unreachable', error.message)
    : new ModelFailure('broken', 'the connection broke off', undefined, { cause: error });
};

const fromStatus = (code: number, headers: Headers | undefined): ModelFailure => {
  if (code === 429) return new ModelFailure('busy', 'the model is busy (429)', retryAfter(headers));
  if (REFUSALS.has(code)) return new ModelFailure('refused', `the model refuses the call (${String(code)})`);
  return new ModelFailure('unreachable', `the model is in trouble (${String(code)})`, retryAfter(headers));
};

const retryAfter = (headers: Headers | undefined): number | undefined => {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

// Narrowed by hand, as instanceof would fill its type parameters with any.
const isApiError = (error: unknown): error is APIError => error instanceof APIError;
