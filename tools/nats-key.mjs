import { makeSeed } from './nats/nkey.mjs';
import { say } from './say.mjs';

// `npm run --silent nats:key`: a new seed for NATS_NKEY_SEED_<APP>.

say(makeSeed());
