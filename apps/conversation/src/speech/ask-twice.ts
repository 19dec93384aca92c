import { ModelFailure } from '../companion/model-failure.js';

/**
 * Asks, and once more where that failed in a way that another try may mend.
 * @param attempt is told whether to ask over a new connection: one that stayed open may be what is broken
 */
export const askTwice = async <T>(attempt: (fresh: boolean) => Promise<T>): Promise<T> => {
  try {
    return await attempt(false);
  } catch (error) {
    if (!(error instanceof ModelFailure) || error.kind === 'refused') throw error;
    return attempt(true);
  }
};
