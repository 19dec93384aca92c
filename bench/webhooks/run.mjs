import { parseArgs } from 'node:util';
import { atRate, percentiles } from './at-rate.mjs';
import { openOrders } from './open-orders.mjs';
import { webhooksFor } from './webhooks.mjs';

const LIMIT_MS = 300;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    inbox: { type: 'string', default: 'http://localhost:3014' },
    secret: { type: 'string', default: 'stand-in-secret' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
  },
});
const { url, inbox, secret } = values;
const rate = Number(values.rate);
const count = rate * Number(values.seconds);

const orders = await openOrders({ url, inbox });
const webhooks = webhooksFor(orders, { count, secret });

const baseline = await atRate(rate, count, () => fetch(`${url}/health/live`));
const answers = await atRate(rate, count, (index) => {
  const { headers, body } = webhooks(index);
  return fetch(`${url}/v1/webhooks/cashfree`, { method: 'POST', headers, body });
});

const refused = answers.filter(({ status }) => status !== 200).length;
const [live, webhook] = [percentiles(baseline), percentiles(answers)];
console.table({ 'GET /health/live': live, 'POST /v1/webhooks/cashfree': webhook });
console.log(`${count} webhooks at ${rate} a second, ${refused} not answered with 200`);
console.log(`p95: ${(webhook.p95 / live.p95).toFixed(1)} times that of GET /health/live`);
if (refused > 0 || webhook.p95 > LIMIT_MS) process.exitCode = 1;
