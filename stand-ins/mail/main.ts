import { numberFrom, textFrom } from '../environment.js';
import { runStandIn } from '../run-stand-in.js';
import { startMailStandIn } from './mail-stand-in.js';

await runStandIn(
  'mail',
  () =>
    startMailStandIn({
      host: textFrom('STAND_IN_HOST', '127.0.0.1'),
      smtp_port: numberFrom('STAND_IN_SMTP_PORT', 3013),
      port: numberFrom('STAND_IN_MAIL_PORT', 3014),
    }),
  ({ url, smtp_url }) => ({ listening: url, smtp: smtp_url }),
);
