import { build } from './build.mjs';
import { accessFor, configText } from './nats/access.mjs';
import { placesFor, readEnvironment } from './places.mjs';
import { portsFor } from './ports.mjs';
import { complain, say } from './say.mjs';
import { keepSecrets } from './secrets.mjs';
import { natsSeeds } from './settings/nats-seeds.mjs';

// `npm run --silent nats:config > saathi.conf`: the part of a nats-server's configuration that lets the applications
// in, for a broker of one's own. It holds public keys only.

try {
  const environment = readEnvironment();
  await build({ say: () => undefined });
  const secrets = await keepSecrets(placesFor(portsFor(environment).gateway).secrets);
  const seeds = natsSeeds(environment, secrets.nats_seeds);
  say(configText(await accessFor(seeds, { anonymous: false })).trimEnd());
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
