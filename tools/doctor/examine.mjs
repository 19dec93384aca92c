import { placesFor, readEnvironment } from '../places.mjs';
import { portsFor } from '../ports.mjs';
import { say } from '../say.mjs';
import { services, standInsFor } from '../settings.mjs';
import { ownServers } from '../start/infrastructure.mjs';
import { standInPorts } from '../start/stand-ins.mjs';
import { isRunning } from '../start/starts.mjs';
import { lineOf } from './findings.mjs';
import { checkClock, checkDisk, checkFolders, checkPackages, checkTools } from './machine.mjs';
import { checkNats, checkPostgres } from './servers.mjs';
import { checkPorts, checkSettings } from './settings.mjs';

/**
 * Checks everything that a start needs and says what to mend.
 * @returns {Promise<boolean>} whether a start should work
 */
export const examine = async () => {
  const environment = readEnvironment();
  const ports = portsFor(environment);
  const places = placesFor(ports.gateway);
  const standIns = standInsFor(environment);
  const { DATABASE_URL: databaseUrl, NATS_URL: natsUrl } = environment;
  /** @type {readonly import('../ports.mjs').PortUser[]} */
  const users = [
    'gateway',
    ...services,
    ...standIns.flatMap((name) => standInPorts[name]),
    ...ownServers(environment),
  ];
  const wanted = users.map((user) => /** @type {const} */ ([user, ports[user]]));
  const findings = [
    ...(await checkTools()),
    checkPackages(),
    ...checkFolders(),
    checkDisk(),
    checkClock(),
    ...(await checkPorts(wanted, isRunning(places))),
    ...(await checkPostgres({ databaseUrl, dataDir: places.postgres })),
    ...(await checkNats({ natsUrl, binDir: places.bin })),
    ...checkSettings({ environment, standIns }),
  ];
  for (const finding of findings) say(lineOf(finding));
  return findings.every(({ level }) => level !== 'fix');
};
