import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { apps, calls, facts, type App, type EventContract } from '@saathi/contracts';
import { TestNats } from '@saathi/testing';
import { Probe } from './probe.js';

const USER = '00000000-0000-7000-8000-000000000001';
const API = '$JS.API';
const services = apps.filter((app) => app !== 'gateway');

let nats: TestNats;

beforeAll(async () => {
  nats = await TestNats.start({ anonymous: false });
});

afterAll(() => nats.stop());

const durables = apps.flatMap((app) =>
  facts
    .filter(({ handledBy }) => handledBy.includes(app))
    .map((fact) => ({ app, fact, name: `${app}_${fact.subject.split('.').slice(1).join('_')}` })),
);
const consumers = [...durables.map(({ name }) => name), 'gateway_feed_x_1'];

const creation = (name: string, { subject }: EventContract): string =>
  `${API}.CONSUMER.CREATE.SAATHI.${name}.${subject}.*`;

/** Everything that is ever said at the broker, and what an intruder would try. */
const everySubject = [
  ...calls.map(({ subject }) => subject),
  ...apps.map((app) => `rpc.${app}.something_else`),
  ...apps.map((app) => `stop.${app}`),
  ...facts.flatMap(({ subject }) => [subject, `${subject}.${USER}`]),
  'event.something.else',
  ...apps.flatMap((app) => [`_INBOX_${app}.x.y`, `_INBOX_${app}.answers.x.y.z`]),
  ...apps.flatMap((caller) => services.map((by) => `_INBOX_${caller}.answers.${by}.process.call`)),
  '_INBOX.x',
  ...['INFO', 'STREAM.NAMES', 'STREAM.LIST', 'STREAM.CREATE.OTHER'].map((call) => `${API}.${call}`),
  ...['INFO', 'CREATE', 'UPDATE', 'DELETE', 'PURGE', 'MSG.GET', 'MSG.DELETE', 'SNAPSHOT'].map(
    (call) => `${API}.STREAM.${call}.SAATHI`,
  ),
  `${API}.DIRECT.GET.SAATHI`,
  `${API}.CONSUMER.CREATE.SAATHI`,
  `${API}.CONSUMER.LIST.SAATHI`,
  ...consumers.flatMap((name) =>
    ['CREATE', 'DURABLE.CREATE', 'INFO', 'DELETE', 'MSG.NEXT'].map(
      (call) => `${API}.CONSUMER.${call}.SAATHI.${name}`,
    ),
  ),
  ...consumers.flatMap((name) => facts.map((fact) => creation(name, fact))),
  ...consumers.map((name) => `$JS.ACK.SAATHI.${name}.1.1.1.1.0`),
  '$SYS.REQ.SERVER.PING',
];

const mayPublish = (app: App): string[] => [
  ...calls.filter(({ callers }) => callers.includes(app)).map(({ subject }) => subject),
  ...calls
    .filter(({ kind, callers }) => kind === 'stream' && callers.includes(app))
    .map(({ subject }) => `stop.${subject.split('.')[1] ?? ''}`),
  ...facts.filter(({ toldBy }) => toldBy.includes(app)).map(({ subject }) => `${subject}.${USER}`),
  ...(app === 'gateway' ? [] : [`_INBOX_gateway.answers.${app}.process.call`]),
  ...(app === 'auth' ? [`${API}.STREAM.PURGE.SAATHI`] : []),
  ...(app === 'gateway' || durables.some((durable) => durable.app === app)
    ? [`${API}.STREAM.INFO.SAATHI`, `${API}.STREAM.CREATE.SAATHI`]
    : []),
  ...durables
    .filter((durable) => durable.app === app)
    .flatMap(({ name, fact }) => [
      creation(name, fact),
      `${API}.CONSUMER.INFO.SAATHI.${name}`,
      `${API}.CONSUMER.MSG.NEXT.SAATHI.${name}`,
      `$JS.ACK.SAATHI.${name}.1.1.1.1.0`,
    ]),
  ...(app === 'gateway'
    ? [
        `${API}.STREAM.UPDATE.SAATHI`,
        ...['CREATE', 'INFO', 'DELETE', 'MSG.NEXT'].map(
          (call) => `${API}.CONSUMER.${call}.SAATHI.gateway_feed_x_1`,
        ),
        ...facts.map((fact) => creation('gateway_feed_x_1', fact)),
      ]
    : []),
];

const mayHear = (app: App): string[] => [
  ...everySubject.filter((subject) => subject.startsWith(`_INBOX_${app}.`)),
  ...calls.filter(({ subject }) => subject.startsWith(`rpc.${app}.`)).map(({ subject }) => subject),
  ...(app === 'gateway' ? [] : [`stop.${app}`]),
];

/** What an eavesdropper would try. */
const wildcards = [
  '>',
  'rpc.>',
  'event.>',
  'stop.*',
  '_INBOX.>',
  '$JS.>',
  '$SYS.>',
  ...apps.flatMap((app) => [`rpc.${app}.>`, `_INBOX_${app}.>`]),
];

describe.each(apps)('the key of %s', (app) => {
  let probe: Probe;

  beforeAll(async () => {
    probe = await Probe.open(nats.environmentOf(app));
  });

  afterAll(() => probe.close());

  it('opens the way to what the contracts let it say, and to nothing else', async () => {
    const allowed = await probe.publishable(everySubject);
    expect(allowed.sort()).toEqual([...new Set(mayPublish(app))].sort());
  });

  it('opens the way to what the contracts let it hear, and to nothing else', async () => {
    const allowed = await probe.hearable([...everySubject, ...wildcards]);
    expect(allowed.sort()).toEqual([...new Set(mayHear(app)), `_INBOX_${app}.>`].sort());
  });
});

describe('whoever brings no key', () => {
  it.each([
    ['nothing at all', {}],
    ['the name of an app', { user: 'summary', pass: '' }],
    ['the developer of other machines', { user: 'developer', pass: 'developer' }],
  ])('is refused with %s', async (_what, options) => {
    await expect(connect({ servers: nats.url, ...options })).rejects.toThrow(/authorization/i);
  });
});
