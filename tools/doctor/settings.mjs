import { isFree } from '../free-port.mjs';
import { variableOf } from '../ports.mjs';
import { portHolder } from '../process/port-holder.mjs';
import { isAmong, known } from '../settings.mjs';
import { fix, ok, warn } from './findings.mjs';

/** What a start itself reads. */
const OURS = ['PORT', 'PUBLIC_BASE_URL', 'DATABASE_URL', 'NATS_URL', 'NATS_NKEY_SEED_', 'SAATHI_'];

/**
 * The ports that a start would take.
 * @param {readonly (readonly [import('../ports.mjs').PortUser, number])[]} wanted
 * @param {boolean} running whether Saathi already runs on these ports
 */
export const checkPorts = async (wanted, running) => {
  if (running) return [ok('the ports are in use by the Saathi that runs now')];
  const taken = [];
  for (const [user, port] of wanted) {
    if (await isFree(port)) continue;
    const holder = portHolder(port);
    const by = holder === undefined ? 'a process of another account' : `${holder.pid}, ${holder.command}`;
    taken.push(fix(`port ${port} for ${user} is taken (${by}): end that, or set ${variableOf(user)}`));
  }
  const ports = wanted.map(([, port]) => port);
  return taken.length > 0 ? taken : [ok(`ports ${Math.min(...ports)} to ${Math.max(...ports)} are free`)];
};

/**
 * Which parts are played by stand-ins, and which settings were chosen: their names, never their values.
 * @param {{ environment: import('../settings.mjs').Environment,
 *   standIns: readonly import('../settings.mjs').StandIn[] }} options
 */
export const checkSettings = ({ environment, standIns }) => {
  const names = [...OURS, ...Object.values(known).flat()];
  const chosen = Object.keys(environment).filter((name) => environment[name] && isAmong(name, names));
  return [
    ok(standIns.length === 0 ? 'no stand-ins' : `stand-ins for: ${standIns.join(', ')}`),
    ok(`settings chosen: ${chosen.length === 0 ? 'none' : chosen.sort().join(', ')}`),
    ...(environment['NODE_ENV'] === 'production' && standIns.length > 0
      ? [fix('NODE_ENV=production refuses stand-ins: set their keys, or unset NODE_ENV')]
      : []),
    ...(environment['CASHFREE_CLIENT_ID'] && !environment['CASHFREE_CLIENT_SECRET']
      ? [warn('CASHFREE_CLIENT_ID is set without CASHFREE_CLIENT_SECRET')]
      : []),
  ];
};
