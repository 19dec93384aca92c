import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { authRpc } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { OpenEvents } from './open-events.js';
import { send, signIn, startGateway, type RunningGateway } from './running-gateway.js';

let nats: TestNats;
let gateway: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
});

beforeEach(async () => {
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
});

afterAll(() => nats.stop());

describe('a gateway that is told to end', () => {
  it('ends its open event streams, so that their clients come back elsewhere', async () => {
    const stream = new OpenEvents(await send(gateway, 'GET /v1/me/events', { by: signIn(gateway.mint) }));
    await gateway.stop();
    await eventually(() => {
      expect(stream.hasEnded).toBe(true);
    });
  });

  it('answers what it has taken before it goes', async () => {
    const steps = new EventEmitter();
    const asked = once(steps, 'asked');
    gateway.services.answer(authRpc.listLogins, async () => {
      steps.emit('asked');
      await pause(200);
      return { items: [] };
    });
    const answering = send(gateway, 'GET /v1/auth/logins', { by: signIn(gateway.mint) });
    await asked;
    await gateway.stop();
    expect((await answering).status).toBe(200);
  });

  it('ends though somebody is connected who has asked nothing yet', async () => {
    const silent = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(silent, 'connect');
    const stopping = gateway.stop().then(() => 'ended');
    const outcome = await Promise.race([stopping, pause(2000, 'hangs')]);
    silent.destroy();
    await stopping;
    expect(outcome).toBe('ended');
  });
});
