/** So often in a row a process may die before it has ever been ready. */
const MOST_DEATHS = 6;

/**
 * The block in which an application names all faulty variables of its environment.
 * @param {string} log
 * @returns {string | undefined}
 */
export const environmentFaults = (log) =>
  /^\S+: The environment is not usable:\n(?: {2}.*(?:\n|$))+/m.exec(log)?.[0].trimEnd();

/**
 * Why a process that ended before it was ready should not be started again; undefined when it should.
 * @param {{ name: string, deaths: number, log: string }} options `log` is the end of what it wrote
 * @returns {string | undefined}
 */
export const reasonToGiveUp = ({ name, deaths, log }) =>
  environmentFaults(log) ??
  (deaths < MOST_DEATHS
    ? undefined
    : `${name} ended ${deaths} times at its start. Its log ends with:\n${log}`);
