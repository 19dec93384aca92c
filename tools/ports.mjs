import { Fault } from './fault.mjs';

/** @typedef {'gateway' | 'auth' | 'conversation' | 'summary' | 'billing' | 'voice' | 'model' | 'cashfree' | 'smtp' | 'mail' | 'postgres' | 'nats'} PortUser */
/** @typedef {Readonly<Record<PortUser, number>>} Ports */

/**
 * The port of every part, counted from `PORT`.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Ports}
 * @throws {Fault} when a variable is not a usable port
 */
export const portsFor = (environment) => {
  const first = portIn(environment, 'PORT', 3000, 65_519);
  return {
    gateway: first,
    auth: first + 1,
    conversation: first + 2,
    summary: first + 3,
    billing: first + 4,
    voice: first + 10,
    model: first + 11,
    cashfree: first + 12,
    smtp: first + 13,
    mail: first + 14,
    postgres: portIn(environment, 'SAATHI_POSTGRES_PORT', first + 15),
    nats: portIn(environment, 'SAATHI_NATS_PORT', first + 16),
  };
};

/**
 * The variable that moves a part to another port.
 * @param {PortUser} user
 */
export const variableOf = (user) =>
  user === 'postgres' ? 'SAATHI_POSTGRES_PORT' : user === 'nats' ? 'SAATHI_NATS_PORT' : 'PORT';

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} name
 * @param {number} otherwise
 */
const portIn = (environment, name, otherwise, highest = 65_535) => {
  const given = environment[name];
  if (given === undefined || given === '') return otherwise;
  const port = Number(given);
  if (/^\d+$/.test(given) && port >= 1 && port <= highest) return port;
  throw new Fault(`${name}: give a port between 1 and ${highest}`);
};
