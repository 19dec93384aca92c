import { join } from 'node:path';
import { Fault } from '../fault.mjs';
import { root } from '../places.mjs';
import { runCommand } from '../process/run-command.mjs';
import { publicKeyOf } from './nkey.mjs';

/** Prints the rights that follow from the contracts, once those are built. */
const RIGHTS = 'dist/libs/messaging/src/rights/main.js';

/**
 * @typedef {import('../settings.mjs').App} App
 * @typedef {Readonly<Record<App, string>>} Seeds
 *
 * The part of a server's configuration that says who may connect and do what.
 * @typedef {Readonly<Record<string, unknown>>} Access
 *
 * @typedef {{ readonly max_payload: number, readonly rights: Readonly<Record<App, object>> }} BrokerRights
 */

/**
 * Whom a broker lets in: each application by its own key, with the rights that follow from the contracts.
 * @param {Seeds} seeds
 * @param {{ anonymous: boolean }} options `anonymous`: whoever brings no key may do everything
 * @returns {Promise<Access>}
 */
export const accessFor = async (seeds, options) => {
  // In a process of its own, so that whoever builds anew and asks again gets the new ones.
  const { code, stdout, stderr } = await runCommand(process.execPath, [join(root, RIGHTS)], { cwd: root });
  if (code !== 0) throw new Fault(`The rights at the broker could not be read:\n${stderr.trim()}`);
  return accessOf(JSON.parse(stdout), seeds, options);
};

/**
 * @param {BrokerRights} broker
 * @param {Seeds} seeds
 * @param {{ anonymous: boolean }} options
 * @returns {Access}
 */
export const accessOf = ({ max_payload, rights }, seeds, { anonymous }) => {
  const apps = Object.entries(seeds).map(([app, seed]) => ({
    nkey: publicKeyOf(seed),
    permissions: rights[/** @type {App} */ (app)],
  }));
  const developer = { user: 'developer', password: 'developer' };
  return {
    max_payload,
    authorization: { users: anonymous ? [...apps, developer] : apps },
    ...(anonymous ? { no_auth_user: developer.user } : {}),
  };
};

/**
 * The text of a configuration file of nats-server.
 * @param {Readonly<Record<string, unknown>>} config
 */
export const configText = (config) =>
  Object.entries(config)
    .map(([name, value]) => `${name}: ${JSON.stringify(value, undefined, 2)}\n`)
    .join('');
