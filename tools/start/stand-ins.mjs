import { standInSettings } from '../settings/stand-ins.mjs';
import { runNodePart } from './node-part.mjs';

/** @typedef {import('../settings.mjs').StandIn} StandIn */

/**
 * Which ports a stand-in listens on; the first one has its `/health`.
 * @type {Readonly<Record<StandIn, readonly import('../ports.mjs').PortUser[]>>}
 */
export const standInPorts = {
  model: ['model'],
  voice: ['voice'],
  cashfree: ['cashfree'],
  mail: ['mail', 'smtp'],
};

/**
 * Runs stand-ins for what is outside.
 * @param {readonly StandIn[]} names
 * @param {{ ports: import('../ports.mjs').Ports, billing: import('../settings.mjs').Variables,
 *   tuning: import('../settings.mjs').Variables,
 *   surroundings: import('./node-part.mjs').Surroundings }} options
 */
export const runStandIns = (names, { ports, billing, tuning, surroundings }) => {
  const settings = standInSettings({
    host: '127.0.0.1',
    ports,
    cashfreePublicUrl: `http://127.0.0.1:${ports.cashfree}`,
    gatewayUrl: `http://127.0.0.1:${ports.gateway}`,
    billing,
  });
  return names.map((name) =>
    runNodePart(
      {
        name: `stand-in-${name}`,
        script: `dist/stand-ins/${name}/main.js`,
        variables: { ...tuning, ...settings[name] },
        readyUrl: `http://127.0.0.1:${ports[name]}/health`,
      },
      surroundings,
    ),
  );
};
