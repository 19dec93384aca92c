import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger, type INestApplicationContext, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AckPolicy, DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';
import { apps, authRpc, calls, events, facts, type App } from '@saathi/contracts';
import { ConfigError, loadConfig, ServiceConfig, type BrokerConfig } from '@saathi/platform';
import { eventually, TestNats } from '@saathi/testing';
import { earlierPayloads } from '../../../test/contracts/earlier-payloads.js';
import { makeSeed } from '../../../tools/nats/nkey.mjs';
import {
  createService,
  EVENT_STREAM,
  EventFeed,
  EventPublisher,
  MessagingModule,
  NatsLink,
  RpcClient,
  type FeedItem,
} from '../src/index.js';
import { Obliging } from './obliging.service.js';

const SERVICES = apps.filter((app) => app !== 'gateway');

let nats: TestNats;
let gateway: INestApplicationContext;
const obliging = new Map<App, Obliging>();
const running = new Map<App, INestMicroservice>();

const configOf = (app: App): ServiceConfig =>
  loadConfig(ServiceConfig, {
    ...nats.environmentOf(app),
    DATABASE_URL: 'postgres://unused',
    LOG_LEVEL: 'silent',
  });

const contextOf = (app: App, config: BrokerConfig): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(MessagingModule.forApp(app, config), {
    logger: false,
    abortOnError: false,
  });

const sampleOf = (subject: string): any => earlierPayloads[subject]?.[0];

beforeAll(async () => {
  nats = await TestNats.start({ anonymous: false });
  for (const app of SERVICES) {
    const answers = new Obliging(app);
    const service = await createService(app, configOf(app), answers.moduleFor(configOf(app)));
    await service.listen();
    obliging.set(app, answers);
    running.set(app, service);
  }
  gateway = await contextOf('gateway', configOf('gateway'));
});

afterAll(async () => {
  await gateway.close();
  for (const service of running.values()) await service.close();
  await nats.stop();
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('with nothing but its own rights', () => {
  it.each(calls.map((call) => [call.subject, call] as const))('%s is answered', async (subject, call) => {
    const rpc = gateway.get(RpcClient);
    const by = subject.split('.')[1];
    if (call.kind === 'rpc') {
      await expect(rpc.call(call, sampleOf(subject))).resolves.toEqual({ by });
      return;
    }
    const stream = rpc.stream(call, sampleOf(subject));
    const seen: unknown[] = [];
    for await (const chunk of stream) {
      seen.push(chunk);
      if (seen.length === 3) stream.stop();
    }
    expect(seen.slice(0, 3)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(obliging.get(call.subject.split('.')[1] as App)?.stopped).toBe(true);
  });

  it('every event reaches whoever handles it, and the feed, and can be read again until it is taken out', async () => {
    const feed = gateway.get(EventFeed);
    const seen: FeedItem[] = [];
    await feed.follow(new Date(), (item) => seen.push(item));
    const told = facts.flatMap((fact) => fact.toldBy.map((app) => ({ app, fact })));
    for (const { app, fact } of told) {
      await running.get(app)?.get(EventPublisher).publish(fact, sampleOf(fact.subject));
    }
    const wanted = told.map(({ fact }) => fact.subject);
    const { user_id } = sampleOf(wanted[0] ?? '');
    await eventually(() => {
      expect(seen.map(({ subject }) => subject)).toEqual(wanted);
      for (const [app, { heard }] of obliging) {
        const handled = told.filter(({ fact }) => fact.handledBy.includes(app));
        expect(heard.sort()).toEqual(handled.map(({ fact }) => `${fact.subject}.${String(user_id)}`).sort());
      }
    });
    expect(await feed.lastSeq()).toBe(seen.at(-1)?.seq);
    const again = await feed.replay(user_id, seen[0]?.seq ?? 0, facts);
    expect(again.map(({ subject }) => subject)).toEqual(wanted.slice(1));
    await running.get('auth')?.get(EventPublisher).forget(user_id);
    expect(await feed.replay(user_id, 0, facts)).toEqual([]);
  });
});

describe('what an app has no right to', () => {
  it.each(['call', 'stream'] as const)('fails at once when it is a %s, and is logged', async (kind) => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const rpc = running.get('billing')?.get(RpcClient);
    const began = performance.now();
    const foreign = { ...authRpc.getJwks, kind: 'stream', chunk: authRpc.getJwks.response } as const;
    const asking =
      kind === 'call'
        ? rpc?.call(authRpc.getJwks, {})
        : rpc?.stream(foreign, {})[Symbol.asyncIterator]().next();
    await expect(asking).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(performance.now() - began).toBeLessThan(500);
    expect(logged).toHaveBeenCalledWith('refused by the broker', {
      operation: 'publish',
      subject: 'rpc.auth.get_jwks',
    });
  });

  it('fails at once when it is an event', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const began = performance.now();
    const telling = running
      .get('billing')
      ?.get(EventPublisher)
      .publish(events.loginRevoked, sampleOf('event.login.revoked'));
    await expect(telling).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('is not to be had by letting the broker speak', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { connection } = gateway.get(NatsLink);
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const subject = 'rpc.auth.logout';
    await manager.consumers.add(EVENT_STREAM, {
      name: 'gateway_feed_forger',
      deliver_subject: subject,
      deliver_group: 'auth',
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.New,
      filter_subject: 'event.session.ended.*',
    });
    // The broker tells the first on the subject that the event is kept, and delivers the event there.
    const forged = sampleOf(subject);
    const conversation = running.get('conversation')?.get(NatsLink).connection;
    conversation?.publish(`event.session.ended.${String(forged.user_id)}`, JSON.stringify(forged), {
      reply: subject,
    });
    await eventually(() => {
      const refusals = logged.mock.calls.filter(([said]) => said === 'no call: it has no caller to answer');
      expect(refusals).toEqual([
        ['no call: it has no caller to answer', { subject }],
        ['no call: it has no caller to answer', { subject }],
      ]);
    });
    expect(obliging.get('auth')?.asked.filter((asked) => asked === subject)).toHaveLength(1);
  });
});

describe('a process', () => {
  it.each([
    ['the key of another app', () => configOf('billing'), 'NATS_NKEY_SEED: is not the one of gateway'],
    [
      'a key that nobody knows',
      () => ({ NATS_URL: nats.url, NATS_NKEY_SEED: makeSeed() }),
      'NATS_NKEY_SEED: the broker does not know this key',
    ],
    [
      'a mistyped key',
      () => ({ NATS_URL: nats.url, NATS_NKEY_SEED: makeSeed().replace(/..$/, '77') }),
      'NATS_NKEY_SEED: is mistyped: its checksum is wrong',
    ],
    ['no key', () => ({ NATS_URL: nats.url }), 'NATS_NKEY_SEED: the broker lets nobody in without one'],
    [
      'a wrong password',
      () => ({ NATS_URL: nats.url.replace('//', '//saathi:wrong@') }),
      'NATS_URL: the broker refuses its user and password',
    ],
  ])('does not start with %s, and says why', async (_what, config, fault) => {
    const starting = contextOf('gateway', config());
    await expect(starting).rejects.toMatchObject({ name: ConfigError.name, faults: [fault] });
  });

  it('starts with a user and a password in the address', async () => {
    const open = await TestNats.start();
    const config = { NATS_URL: open.url.replace('//', '//developer:developer@') };
    const context = await contextOf('gateway', config);
    await context.close();
    await open.stop();
  });

  it('asks to be started anew when its key is no longer accepted', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const kill = process.kill.bind(process);
    const ended = jest
      .spyOn(process, 'kill')
      .mockImplementation((pid, signal) => pid === process.pid || kill(pid, signal));
    const rotated = await TestNats.start({ anonymous: false });
    const context = await contextOf('gateway', rotated.environmentOf('gateway'));
    await rotated.forgetKeys();
    await eventually(() => {
      expect(ended).toHaveBeenCalledWith(process.pid, 'SIGTERM');
    });
    await context.close();
    await rotated.stop();
  });
});
