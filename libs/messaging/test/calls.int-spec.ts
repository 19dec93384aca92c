import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext, INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, runInContext, ServiceConfig } from '@saathi/platform';
import { eventually, TestNats } from '@saathi/testing';
import { createService, MessagingModule, RpcClient } from '../src/index.js';
import { EchoModule, EchoProbe, echoRpc } from './echo.service.js';

let nats: TestNats;
let config: ServiceConfig;
let service: INestMicroservice;
let caller: INestApplicationContext;
let rpc: RpcClient;
let probe: EchoProbe;

beforeAll(async () => {
  nats = await TestNats.start();
  config = loadConfig(ServiceConfig, {
    NATS_URL: nats.url,
    DATABASE_URL: 'postgres://unused',
    LOG_LEVEL: 'silent',
  });
  probe = new EchoProbe();
  service = await createService('echo', config, EchoModule.with(config, probe));
  await service.listen();
  caller = await NestFactory.createApplicationContext(MessagingModule.forApp('caller', config), {
    logger: false,
  });
  rpc = caller.get(RpcClient);
});

afterAll(async () => {
  await caller.close();
  await service.close();
  await nats.stop();
});

describe('a call', () => {
  it('is answered, with the request id of the caller in scope', async () => {
    const answer = await runInContext({ request_id: 'r-1' }, () => rpc.call(echoRpc.say, { text: 'नमस्ते' }));
    expect(answer).toEqual({ text: 'नमस्ते', request_id: 'r-1' });
  });

  it('fails with the code, the detail and the extras that the service threw', async () => {
    await expect(rpc.call(echoRpc.say, { text: 'missing' })).rejects.toMatchObject({
      code: 'not_found',
      detail: 'no such word',
      extras: { word: 'missing' },
    });
  });

  it('tells nothing of an error that was not meant for a client', async () => {
    const failure = await rpc.call(echoRpc.say, { text: 'secret' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(failure)).not.toContain('1234');
  });

  it('is checked against its contract at the door of the service', async () => {
    await expect(rpc.call(echoRpc.say, { text: 7 as never })).rejects.toMatchObject({
      code: 'validation_failed',
      extras: { errors: [{ path: 'text' }] },
    });
  });

  it('is understood when it comes from a newer caller with a member more', async () => {
    const newer = { text: 'hello', mood: 'good' };
    await expect(rpc.call(echoRpc.say, newer)).resolves.toMatchObject({ text: 'hello' });
  });

  it('fails at once when nobody listens', async () => {
    const nobody = { ...echoRpc.say, subject: 'rpc.nobody.say' as const };
    const began = performance.now();
    await expect(rpc.call(nobody, { text: 'hello?' })).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('has a time limit', async () => {
    const hasty = { ...echoRpc.sayLater, limitMs: 100 };
    await expect(rpc.call(hasty, { text: 'slow' })).rejects.toMatchObject({ code: 'service_unavailable' });
  });
});

describe('a stream', () => {
  it('arrives whole and in order', async () => {
    const seen: number[] = [];
    for await (const { n } of rpc.stream(echoRpc.count, { to: 12 })) seen.push(n);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('ends with the error of the service after what came before it', async () => {
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { n } of rpc.stream(echoRpc.count, { to: 20 })) seen.push(n);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(seen).toHaveLength(13);
  });

  it('refuses a request that is not as its contract has it', async () => {
    const stream = rpc.stream(echoRpc.count, { to: 'ten' as never });
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('goes on in the service when its reader leaves', async () => {
    probe.counted.length = 0;
    for await (const { n } of rpc.stream(echoRpc.count, { to: 12 })) if (n === 3) break;
    await eventually(() => {
      expect(probe.counted).toHaveLength(12);
    });
  });

  it('ends in the service when it is told to stop', async () => {
    probe.counted.length = 0;
    const stream = rpc.stream(echoRpc.count, { to: 12 });
    for await (const { n } of stream) if (n === 3) stream.stop();
    expect(probe.stopped).toBe(true);
    expect(probe.counted.length).toBeLessThan(12);
  });

  it('fails at once when nobody listens', async () => {
    const nobody = { ...echoRpc.count, subject: 'rpc.nobody.count' as const };
    const reading = rpc.stream(nobody, { to: 3 })[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toMatchObject({ code: 'service_unavailable' });
  });
});

describe('a service that is told to end', () => {
  it('answers what it has taken before it goes', async () => {
    const leavingProbe = new EchoProbe();
    const leaving = await createService('leaver', config, EchoModule.with(config, leavingProbe));
    // The same calls under another app name: its queue group shares them with the first one.
    await leaving.listen();
    const begun = leavingProbe.said();
    const calls = Promise.all(
      Array.from({ length: 20 }, (_, n) => rpc.call(echoRpc.sayLater, { text: String(n) })),
    );
    await begun;
    await leaving.close();
    await expect(calls).resolves.toHaveLength(20);
  });
});

describe('a broker that is away', () => {
  it('is answered for at once, and forgotten when it is back', async () => {
    await nats.kill();
    await eventually(async () => {
      const began = performance.now();
      await expect(rpc.call(echoRpc.say, { text: 'hello?' })).rejects.toMatchObject({
        code: 'service_unavailable',
      });
      expect(performance.now() - began).toBeLessThan(100);
    });
    await nats.restart();
    await eventually(async () => {
      await expect(rpc.call(echoRpc.say, { text: 'again' })).resolves.toMatchObject({ text: 'again' });
    });
  });
});
