import { numberFrom, textFrom } from '../environment.js';
import { runStandIn } from '../run-stand-in.js';
import { startModelStandIn } from './model-stand-in.js';

await runStandIn(
  'model',
  () =>
    startModelStandIn({
      host: textFrom('STAND_IN_HOST', '127.0.0.1'),
      port: numberFrom('STAND_IN_MODEL_PORT', 3011),
      first_token_ms: numberFrom('STAND_IN_FIRST_TOKEN_MS', 120),
      token_ms: numberFrom('STAND_IN_TOKEN_MS', 15),
    }),
  ({ base_url }) => ({ listening: base_url }),
);
