const FIRST_MS = 200;
const LONGEST_MS = 5000;
/** Whoever lived this long did not die at its start. */
const LIVED_MS = 5000;

/**
 * How long to wait before a process that ended is started again: not at all when it had been working, longer
 * each time when it dies at its start again and again.
 * @param {number} previousMs the wait before its last start
 * @param {number} livedMs
 */
export const nextDelay = (previousMs, livedMs) => {
  if (livedMs >= LIVED_MS) return 0;
  return Math.min(previousMs === 0 ? FIRST_MS : previousMs * 2, LONGEST_MS);
};
