import { placesFor, readEnvironment, root } from '../places.mjs';
import { portsFor } from '../ports.mjs';
import { complain, say } from '../say.mjs';
import { systemVariables } from '../settings.mjs';
import { ownServers } from './infrastructure.mjs';
import { makeLayers } from './layers.mjs';
import { leavingSignal, whenAborted } from './signals.mjs';
import { startEverything } from './start-everything.mjs';
import { claimStart, releaseStart } from './starts.mjs';

const KILLED_WAIT_MS = 200;
const KILLED_CODE = 130;

/**
 * Starts everything, keeps it running until somebody asks this process to leave, and ends everything.
 * @param {import('./arguments.mjs').StartOptions} options
 * @returns {Promise<number>} the exit code
 */
export const runUntilAsked = async (options) => {
  process.chdir(root);
  const environment = readEnvironment();
  const ports = portsFor(environment);
  const places = placesFor(ports.gateway);
  const layers = makeLayers();
  let code = 0;
  const signal = leavingSignal({
    onSecond: () => {
      code = KILLED_CODE;
      layers.kill();
      setTimeout(() => process.exit(code), KILLED_WAIT_MS);
    },
  });
  const surroundings = { places, system: systemVariables(environment), signal, say };
  await claimStart(places, ownServers(environment));
  try {
    await Promise.race([
      startEverything({ options, environment, ports, layers, surroundings }),
      whenAborted(signal),
    ]);
    await whenAborted(signal);
    say('\nEnding (Ctrl-C again does so at once)');
  } catch (error) {
    complain(error);
    code = 1;
  } finally {
    await layers.stop();
    releaseStart(places);
  }
  return code;
};
