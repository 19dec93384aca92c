import { watchNpm } from './parents.mjs';

/** npm hands on the Ctrl-C that the terminal has already sent to us: that is no second one. */
const SAME_MS = 500;

/**
 * Listens for the signals that ask to leave.
 * @param {{ onSecond: () => void }} options what to do with a second one, by somebody who will not wait
 * @returns {AbortSignal} aborted by the first one
 */
export const leavingSignal = ({ onSecond }) => {
  const leaving = new AbortController();
  let firstAt = 0;
  const hear = () => {
    if (leaving.signal.aborted && Date.now() - firstAt > SAME_MS) onSecond();
    if (!leaving.signal.aborted) firstAt = Date.now();
    leaving.abort();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  // Without a terminal it may be `nohup` that was to keep us alive when the terminal goes.
  process.on('SIGHUP', () => process.stdout.isTTY && hear());
  watchNpm(hear);
  return leaving.signal;
};

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>} resolves when it is aborted
 */
export const whenAborted = (signal) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
