const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/**
 * Resolves when it is time to try the network again: when the browser says that it is back, or after a pause that
 * grows with the tries.
 */
export const networkAgain = (tries: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS));
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
