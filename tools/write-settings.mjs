import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessFor, configText } from './nats/access.mjs';
import { keepSecrets } from './secrets.mjs';
import { settingsFor } from './settings.mjs';
import { composeAddresses, composeDatabaseUrl } from './settings/compose-addresses.mjs';
import { natsSeeds } from './settings/nats-seeds.mjs';
import { complain, say } from './say.mjs';

// The settings job of docker-compose.yml: `node tools/write-settings.mjs <folder>` writes the variables of each
// process as files, into a folder of its own that only its container mounts.

/**
 * Makes a folder hold exactly these variables, each in a file of its name. The folder itself stays: a container
 * may have it mounted.
 * @param {string} folder
 * @param {import('./settings.mjs').Variables} variables
 */
const write = (folder, variables) => {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!(name in variables)) rmSync(join(folder, name), { recursive: true });
  }
  for (const [name, value] of Object.entries(variables)) writeFileSync(join(folder, name), value);
};

try {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder to write to');
  const secrets = await keepSecrets(join(folder, 'secrets.json'));
  const { PORT, CASHFREE_STAND_IN_PORT } = process.env;
  const addresses = composeAddresses({
    publicPort: PORT || '3000',
    cashfreePort: CASHFREE_STAND_IN_PORT || '3012',
    logins: secrets.logins,
  });
  const { apps, standIns } = settingsFor(process.env, { addresses, secrets });
  for (const [app, variables] of Object.entries(apps)) write(join(folder, app), variables);
  write(join(folder, 'postgres'), { POSTGRES_PASSWORD: secrets.postgres_password });
  write(join(folder, 'migrate'), { DATABASE_URL: composeDatabaseUrl('saathi', secrets.postgres_password) });
  write(join(folder, 'migrate', 'LOGINS'), secrets.logins);
  const access = await accessFor(natsSeeds(process.env, secrets.nats_seeds), { anonymous: false });
  const server = { jetstream: { store_dir: '/data' }, http_port: 8222 };
  write(join(folder, 'nats'), { 'nats.conf': configText({ ...server, ...access }) });
  say(`Settings written. Stand-ins for: ${standIns.join(', ') || 'nothing'}`);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
