import { build } from '../build.mjs';
import { installPackages } from '../install.mjs';
import { renewAccess } from '../nats-server.mjs';
import { accessFor } from '../nats/access.mjs';
import { dataPlace } from '../postgres/elsewhere.mjs';
import { say } from '../say.mjs';
import { keepSecrets } from '../secrets.mjs';
import { settingsFor, standInsFor } from '../settings.mjs';
import { natsSeeds } from '../settings/nats-seeds.mjs';
import { buildWeb } from '../web-build.mjs';
import { hostOf } from './given-servers.mjs';
import { planInfrastructure, startInfrastructure } from './infrastructure.mjs';
import { localAddresses } from './local-addresses.mjs';
import { migrate } from './migrate.mjs';
import { refuseTakenPorts } from './port-clash.mjs';
import { reset } from './reset.mjs';
import { releaseStart } from './starts.mjs';

/**
 * What a start was asked for and where it takes place.
 * @typedef {object} Start
 * @property {import('./arguments.mjs').StartOptions} options
 * @property {import('../settings.mjs').Environment} environment
 * @property {import('../ports.mjs').Ports} ports
 * @property {ReturnType<typeof import('./layers.mjs').makeLayers>} layers
 * @property {import('./node-part.mjs').Surroundings} surroundings
 */

/**
 * Makes everything that the applications stand on: packages, Postgres, NATS, the build.
 * @param {Start} start
 */
export const prepareGround = async ({ options, environment, ports, layers, surroundings }) => {
  const { places, system, signal } = surroundings;
  if (options.reset) await reset(places);
  const secrets = await keepSecrets(places.secrets);
  const wanted = { environment, ports, places, password: secrets.postgres_password };
  const plan = planInfrastructure(wanted);
  const standIns = standInsFor(environment);
  await refuseTakenPorts({ ports, standIns, plan, places });
  await installPackages({ say, signal });
  const built = build({ say, signal });
  // Our own broker lets in whoever is on this machine while it is one to develop on.
  const anonymous = environment['NODE_ENV'] !== 'production';
  const askAccess = async () => {
    await built;
    return accessFor(natsSeeds(environment, secrets.nats_seeds), { anonymous });
  };
  const [servers] = await Promise.all([
    startInfrastructure({ ...wanted, layers, askAccess, say, signal }),
    built,
    buildWeb({ say, signal }),
  ]);
  // Given back after the applications have ended and before the servers do, so that of two starts which leave
  // at the same time one sees that it is the last.
  layers.add({ stop: async () => releaseStart(places), kill: () => undefined });
  const data = plan.postgresPort === undefined ? '' : `, data in ${dataPlace(places.postgres)}`;
  return {
    standIns,
    database: hostOf(servers.databaseUrl) + data,
    nats: servers.natsUrl.split(',').map(hostOf).join(', '),
    /** Brings the database and the broker up to date and decides what each process is told. */
    settle: async () => {
      if (servers.ownNats) await renewAccess(places.nats, await askAccess());
      const { roles } = await migrate({ ...servers, system, signal });
      if (!roles) say('The database owner may not make roles: every application works as the owner');
      return settingsFor(environment, { addresses: localAddresses({ ports, ...servers, roles }), secrets });
    },
  };
};
