/**
 * What a check has found: all is well, worth knowing, or to be mended before a start can work.
 * @typedef {{ readonly level: 'ok' | 'warn' | 'fix', readonly text: string }} Finding
 */

/**
 * @param {string} text
 * @returns {Finding}
 */
export const ok = (text) => ({ level: 'ok', text });

/**
 * @param {string} text
 * @returns {Finding}
 */
export const warn = (text) => ({ level: 'warn', text });

/**
 * @param {string} text says what to do
 * @returns {Finding}
 */
export const fix = (text) => ({ level: 'fix', text });

/**
 * The reason in an error, for a line about it.
 * @param {unknown} error
 */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

/**
 * One line of the report.
 * @param {Finding} finding
 */
export const lineOf = ({ level, text }) => `${level === 'fix' ? 'fix:' : level}`.padEnd(6) + text;
