import { Fault } from '../fault.mjs';

export const helpText = `npm start [-- --logs] [-- --reset]
  Starts all of Saathi: Postgres and NATS unless DATABASE_URL and NATS_URL are set, the five applications,
  and stand-ins for the model, the voice, the payments and the mail when they have no key and no address.

  --logs    show the logs here, too
  --reset   begin with empty data: forgets accounts, conversations, keys
  --watch   build and start the applications again when a source changes (npm run dev)
  --help    this text

  PORT=4000 npm start takes another port. npm run doctor explains a start that fails.`;

/** @typedef {{ readonly logs: boolean, readonly reset: boolean, readonly watch: boolean, readonly help: boolean }} StartOptions */

/**
 * @param {readonly string[]} given
 * @returns {StartOptions}
 * @throws {Fault} naming what it does not know
 */
export const startOptions = (given) => {
  const unknown = given.filter((word) => !['--logs', '--reset', '--watch', '--help'].includes(word));
  if (unknown.length > 0) throw new Fault(`Unknown: ${unknown.join(' ')}\n\n${helpText}`);
  return {
    logs: given.includes('--logs'),
    reset: given.includes('--reset'),
    watch: given.includes('--watch'),
    help: given.includes('--help'),
  };
};
