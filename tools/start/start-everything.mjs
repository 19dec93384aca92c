import { join, relative } from 'node:path';
import { build } from '../build.mjs';
import { root } from '../places.mjs';
import { followLog } from '../process/follow-log.mjs';
import { complain, say } from '../say.mjs';
import { services, standInTuning } from '../settings.mjs';
import { buildWeb } from '../web-build.mjs';
import { announcement } from './announce.mjs';
import { makeApplications } from './applications.mjs';
import { prepareGround } from './ground.mjs';
import { runStandIns } from './stand-ins.mjs';
import { watchSources } from './watch.mjs';

/**
 * From nothing to a gateway that is ready, and with `--watch` on to every change of the sources.
 * @param {import('./ground.mjs').Start} start
 */
export const startEverything = async (start) => {
  const { options, environment, ports, layers, surroundings } = start;
  const { places, signal } = surroundings;
  const began = Date.now();
  const { standIns, database, nats, settle } = await prepareGround(start);
  const { apps: settings } = await settle();

  signal.throwIfAborted();
  if (options.logs) showLogs(places.logs, standIns);
  say('Starting the applications');
  const tuning = standInTuning(environment);
  const outside = runStandIns(standIns, { ports, billing: settings.billing, tuning, surroundings });
  const applications = makeApplications({ ports, surroundings });
  layers.add(...outside);
  layers.add(applications);
  await Promise.all([applications.start(settings), ...outside.map(({ ready }) => ready)]);

  const publicUrl = settings.gateway['PUBLIC_BASE_URL'] ?? '';
  const logs = relative(root, places.logs);
  const seconds = (Date.now() - began) / 1000;
  say(announcement({ ports, standIns, publicUrl, logs, database, nats, seconds }));
  if (!options.watch) return;
  const renew = async () => {
    await Promise.all([build({ say, signal }), buildWeb({ say, signal })]);
    const { apps } = await settle();
    await applications.stop();
    await applications.start(apps);
    say('The applications run with the new sources');
  };
  await watchSources(() => renew().catch(complain), signal);
};

/**
 * @param {string} folder
 * @param {readonly string[]} standIns
 */
const showLogs = (folder, standIns) => {
  for (const name of [...services, 'gateway', ...standIns.map((standIn) => `stand-in-${standIn}`)]) {
    followLog(join(folder, `${name}.log`), (line) => say(`${name} | ${line}`));
  }
};
