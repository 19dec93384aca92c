import { withLock } from '../lock-file.mjs';
import { findNatsServer, natsServerOf, startNatsServer } from '../nats-server.mjs';
import { postgresServerOf, startPostgres } from '../postgres.mjs';
import { urlOf } from '../postgres/connection.mjs';
import { keepRunning } from '../process/keep-running.mjs';
import { checkDatabase, checkNats } from './given-servers.mjs';
import { othersUse } from './starts.mjs';

/**
 * Which of our own servers are needed: those whose address the environment does not say.
 * @param {import('../settings.mjs').Environment} environment
 */
export const ownServers = (environment) => {
  /** @type {import('./starts.mjs').Server[]} */
  const own = [];
  if (!environment['DATABASE_URL']) own.push('postgres');
  if (!environment['NATS_URL']) own.push('nats');
  return own;
};

/**
 * Where Postgres and NATS will be: where the environment says, or else our own ones. Another start may be using
 * our own already; then they stay on the port that they have.
 * @param {{ environment: import('../settings.mjs').Environment, ports: import('../ports.mjs').Ports,
 *   places: import('../places.mjs').Places, password: string }} options
 */
export const planInfrastructure = ({ environment, ports, places, password }) => {
  const postgres = othersUse(places, 'postgres') ? postgresServerOf(places.postgres) : undefined;
  const nats = othersUse(places, 'nats') ? natsServerOf(places.nats) : undefined;
  const postgresPort = postgres?.port ?? ports.postgres;
  const natsPort = nats?.port ?? ports.nats;
  return {
    databaseUrl: environment['DATABASE_URL'] || urlOf({ port: postgresPort, password }),
    natsUrl: environment['NATS_URL'] || `nats://127.0.0.1:${natsPort}`,
    ownNats: !environment['NATS_URL'],
    postgresPort: environment['DATABASE_URL'] ? undefined : postgresPort,
    natsPort: environment['NATS_URL'] ? undefined : natsPort,
  };
};

/**
 * Asks who may do what at our own NATS: known once everything is built.
 * @typedef {() => Promise<import('../nats/access.mjs').Access>} AskAccess
 */

/**
 * Starts our own servers, or makes sure that the ones which were named can be used. One start does so at a time,
 * so that a second one finds the servers of the first.
 * @param {Parameters<typeof planInfrastructure>[0] & { say: (line: string) => void, signal: AbortSignal,
 *   askAccess: AskAccess, layers: ReturnType<typeof import('./layers.mjs').makeLayers> }} options
 * @returns {Promise<{ readonly databaseUrl: string, readonly natsUrl: string, readonly ownNats: boolean }>}
 */
export const startInfrastructure = ({ layers, say, signal, ...options }) =>
  withLock(options.places.serversLock, async () => {
    signal.throwIfAborted();
    const plan = planInfrastructure(options);
    const own = runOwn({ ...plan, ...options, say });
    layers.add(...own);
    await Promise.all([
      plan.postgresPort === undefined ? checkDatabase(plan.databaseUrl) : undefined,
      plan.natsPort === undefined ? checkNats(plan.natsUrl) : undefined,
      ...own.map(({ ready }) => ready),
    ]);
    return plan;
  });

/**
 * Our own Postgres and NATS, as far as they are wanted. Of several starts the last one to leave ends them.
 * @param {{ postgresPort: number | undefined, natsPort: number | undefined, password: string,
 *   places: import('../places.mjs').Places, askAccess: AskAccess, say: (line: string) => void }} options
 * @returns {(import('./layers.mjs').Part & { readonly ready: Promise<unknown> })[]}
 */
const runOwn = ({ postgresPort, natsPort, password, places, askAccess, say }) => {
  const own = [];
  if (postgresPort !== undefined) {
    const launch = () => startPostgres({ dataDir: places.postgres, port: postgresPort, password });
    own.push(shared('postgres', keepRunning({ name: 'postgres', say, launch }), places));
  }
  if (natsPort !== undefined) {
    const launch = async () => {
      const [bin, access] = await Promise.all([findNatsServer({ binDir: places.bin, say }), askAccess()]);
      return startNatsServer({ bin, storeDir: places.nats, port: natsPort, access });
    };
    own.push(shared('nats', keepRunning({ name: 'nats-server', say, launch }), places));
  }
  return own;
};

/**
 * @param {import('./starts.mjs').Server} server
 * @param {import('../process/keep-running.mjs').Kept} kept
 * @param {import('../places.mjs').Places} places
 */
const shared = (server, { first, stop, kill, leave }, places) => ({
  ready: first,
  stop: async () => (othersUse(places, server) ? leave() : stop()),
  kill,
});
