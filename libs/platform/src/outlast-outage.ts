import { setTimeout as pause } from 'node:timers/promises';
import { isOutage } from './outage.js';

const TRY_AGAIN_MS = 250;

/**
 * Does something that must not be given up because something outside is away for a while: does it again until it
 * succeeds. It may have been done although it failed, when only its answer was lost, so doing it twice must do no harm.
 *
 * @param limitMs for how long it is begun again
 * @throws what it failed with, when that is no outage, or the last outage
 */
export const outlastOutage = async <Result>(
  work: () => Promise<Result>,
  limitMs: number,
): Promise<Result> => {
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error) || Date.now() >= until) throw error;
      await pause(TRY_AGAIN_MS);
    }
  }
};
