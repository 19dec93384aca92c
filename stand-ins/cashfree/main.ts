import { numberFrom, numbersFrom, optionalTextFrom, textFrom } from '../environment.js';
import { runStandIn } from '../run-stand-in.js';
import { startCashfreeStandIn } from './cashfree-stand-in.js';

await runStandIn(
  'cashfree',
  () =>
    startCashfreeStandIn({
      host: textFrom('STAND_IN_HOST', '127.0.0.1'),
      port: numberFrom('STAND_IN_CASHFREE_PORT', 3012),
      public_url: optionalTextFrom('STAND_IN_CASHFREE_PUBLIC_URL'),
      webhook_url: optionalTextFrom('STAND_IN_CASHFREE_WEBHOOK_URL'),
      client_id: textFrom('STAND_IN_CASHFREE_CLIENT_ID', 'stand-in'),
      secret: textFrom('STAND_IN_CASHFREE_SECRET', 'stand-in-secret'),
      retry_seconds: numbersFrom('STAND_IN_CASHFREE_RETRY_SECONDS', [2, 10, 30]),
    }),
  ({ base_url }) => ({ listening: base_url }),
);
