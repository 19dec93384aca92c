import { Fault } from '../fault.mjs';
import { isFree } from '../free-port.mjs';
import { natsServerOf } from '../nats-server.mjs';
import { variableOf } from '../ports.mjs';
import { postgresServerOf } from '../postgres.mjs';
import { portHolder } from '../process/port-holder.mjs';
import { services } from '../settings.mjs';
import { standInPorts } from './stand-ins.mjs';

/** @typedef {import('../ports.mjs').PortUser} PortUser */

const COMMAND_SHOWN = 60;

/**
 * Makes sure that nobody else listens where our parts want to. Our own Postgres and NATS may be there already,
 * left by a killed start or used by another one.
 * @param {{ ports: import('../ports.mjs').Ports, standIns: readonly import('../settings.mjs').StandIn[],
 *   plan: { readonly postgresPort: number | undefined, readonly natsPort: number | undefined },
 *   places: import('../places.mjs').Places }} options
 * @throws {Fault} naming the first port that is taken
 */
export const refuseTakenPorts = async ({ ports, standIns, plan, places }) => {
  /** @type {readonly PortUser[]} */
  const nodeUsers = ['gateway', ...services, ...standIns.flatMap((name) => standInPorts[name])];
  for (const user of nodeUsers) await refuseTaken(user, ports[user]);
  const running = { postgres: postgresServerOf(places.postgres), nats: natsServerOf(places.nats) };
  if (running.postgres?.port !== plan.postgresPort) await refuseTaken('postgres', plan.postgresPort);
  if (running.nats?.port !== plan.natsPort) await refuseTaken('nats', plan.natsPort);
};

/**
 * @param {PortUser} user
 * @param {number | undefined} port undefined when it needs none
 */
const refuseTaken = async (user, port) => {
  if (port === undefined || (await isFree(port))) return;
  const holder = portHolder(port);
  const by =
    holder === undefined ? '' : ` by process ${holder.pid} (${holder.command.slice(0, COMMAND_SHOWN)})`;
  const variable = variableOf(user);
  throw new Fault(
    `Port ${port} is taken${by}, and ${user} needs it: choose another with ${variable}=<number>`,
  );
};
