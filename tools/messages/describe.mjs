import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const ROOT = resolve(import.meta.dirname, '../..');
const FILE = join(ROOT, 'docs/messages.md');

/** @typedef {{ readonly kind: 'rpc' | 'stream' | 'event', readonly subject: string, readonly [key: string]: any }} Contract */

/** docs/messages.md: every call and event, from the contracts themselves. */
export const describeMessages = async () => {
  const contracts = await import(pathToFileURL(join(ROOT, 'dist/libs/contracts/src/index.js')).href);
  const groups = {
    auth: 'authRpc',
    conversation: 'conversationRpc',
    summary: 'summaryRpc',
    billing: 'billingRpc',
  };
  const calls = Object.entries(groups).flatMap(([app, name]) => [
    `## Calls to ${app}`,
    '',
    '| subject | kind | request | answer | errors | limit |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.values(contracts[name]).map(callRow),
    '',
  ]);
  const events = /** @type {Contract[]} */ (Object.values(contracts.events));
  const text = [...HEAD, ...calls, ...EVENTS_HEAD, ...events.map(eventRow), ''].join('\n');
  return format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
};

const HEAD = [
  '# Messages',
  '',
  'Written by `npm run docs:messages` from `libs/contracts`; a test fails while it is stale.',
  '',
  'A request, an answer, a chunk and an event are the bare JSON of their class; what is not the DTO stands in',
  'headers: `x-request-id` carries the request, `x-error` marks an answer as an error',
  '(`{code, detail, extras}`), `x-end` and `x-alive` close a stream and keep it. So a call can be made by hand:',
  '',
  '```sh',
  "nats req rpc.billing.list_plans '{}'",
  '```',
  '',
  'The broker lets only the gateway ask, and in development whoever brings no key.',
  '',
  'Every call may also answer `validation_failed`, `service_unavailable` or `internal`.',
  '',
];

const EVENTS_HEAD = [
  '## Events',
  '',
  'Published after the commit to the JetStream stream `SAATHI`, on the subject of the event and then the',
  'id of the person: `event.session.ended.<user_id>`. Handlers hear an event at least once; the gateway',
  'shows it to every replica. The broker lets nobody tell an event but those named here.',
  '',
  '| subject | payload | told by | handled by |',
  '| --- | --- | --- | --- |',
];

/** @param {unknown} value */
const callRow = (value) => {
  const { kind, subject, request, response, chunk, errors, limitMs, heardBy } = /** @type {Contract} */ (
    value
  );
  const answer = kind === 'stream' ? `${chunk.name} …` : response.name;
  const codes = errors.map((/** @type {string} */ code) => `\`${code}\``).join(' ') || '–';
  const limit = kind === 'stream' ? '5 s a chunk' : `${String(limitMs / 1000)} s`;
  return `| \`${subject}\` | ${heardBy === 'all' ? `${kind}, by who holds it` : kind} | ${request.name} | ${answer} | ${codes} | ${limit} |`;
};

/** @param {Contract} event */
const eventRow = ({ subject, payload, toldBy, handledBy }) =>
  `| \`${subject}\` | ${payload.name} | ${toldBy.join(', ')} | ${handledBy.join(', ') || '–'} |`;
