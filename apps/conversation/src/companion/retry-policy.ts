import { ModelFailure } from './model-failure.js';

const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 3000;
/** Nobody waits longer for a model that asks for time. */
const LONGEST_ASKED_MS = 5000;

/**
 * How long to wait before a model is asked again, as long as it has not said a word.
 * @param retries how often it was asked again already
 * @param chance from 0 to 1, so that not everybody comes back at the same moment
 * @returns undefined when it is not asked again
 */
export const pauseBeforeRetry = (failure: unknown, retries: number, chance: number): number | undefined => {
  if (!(failure instanceof ModelFailure) || failure.kind === 'refused' || retries >= MAX_RETRIES)
    return undefined;
  if (failure.retryAfterMs !== undefined)
    return failure.retryAfterMs <= LONGEST_ASKED_MS ? failure.retryAfterMs : undefined;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** retries * (1 + chance));
};
