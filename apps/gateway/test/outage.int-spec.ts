import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { billingRpc } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { codeOf, send, startGateway, type RunningGateway } from './running-gateway.js';

let nats: TestNats;
let gateway: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
  gateway.services.answer(billingRpc.listPlans, () => ({ items: [] }));
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

describe('a gateway whose broker is away', () => {
  it('says so at once, is alive but not ready, and forgets it when the broker is back', async () => {
    await nats.kill();
    await eventually(async () => {
      const began = performance.now();
      const answer = await send(gateway, 'GET /v1/plans');
      expect(performance.now() - began).toBeLessThan(500);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await codeOf(answer)).toBe('service_unavailable');
    });
    expect((await send(gateway, 'GET /health/live')).status).toBe(200);
    const ready = await send(gateway, 'GET /health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'failing' }]);
    await nats.restart();
    await eventually(async () => {
      expect((await send(gateway, 'GET /v1/plans')).status).toBe(200);
      expect((await send(gateway, 'GET /health/ready')).status).toBe(200);
    });
  });
});
