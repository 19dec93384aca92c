import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { events } from '@saathi/contracts';
import { loadConfig, ServiceConfig } from '@saathi/platform';
import { eventually, TestNats } from '@saathi/testing';
import { createService, EventFeed, EventPublisher, type FeedItem } from '../src/index.js';
import { EchoModule, EchoProbe, rung } from './echo.service.js';

const USER = '00000000-0000-7000-8000-000000000001';
const OTHER = '00000000-0000-7000-8000-000000000002';

let nats: TestNats;
let config: ServiceConfig;
let probe: EchoProbe;
let service: INestMicroservice;

const startService = async (): Promise<INestMicroservice> => {
  const started = await createService('echo', config, EchoModule.with(config, probe));
  await started.listen();
  return started;
};

beforeEach(async () => {
  nats = await TestNats.start();
  config = loadConfig(ServiceConfig, {
    NATS_URL: nats.url,
    DATABASE_URL: 'postgres://unused',
    LOG_LEVEL: 'silent',
  });
  probe = new EchoProbe();
  service = await startService();
});

afterEach(async () => {
  await service.close();
  await nats.stop();
});

const ring = (bell: string, factId?: string, user_id = USER): Promise<void> =>
  service.get(EventPublisher).publish(rung, { user_id, bell }, factId);

describe('an event', () => {
  it('is handled once, though it is told twice', async () => {
    await ring('a', 'fact-a');
    await ring('a', 'fact-a');
    await ring('b');
    await eventually(() => {
      expect(probe.rung).toEqual(['a', 'b']);
    });
  });

  it('is handled by one of two replicas', async () => {
    const replica = await startService();
    for (let n = 0; n < 20; n += 1) await ring(`bell-${String(n)}`);
    await eventually(() => {
      expect(probe.rung).toHaveLength(20);
    });
    expect(new Set(probe.rung).size).toBe(20);
    await replica.close();
  });

  it('is tried again after a failure', async () => {
    probe.failures.set('shy', 1);
    await ring('shy');
    await eventually(() => {
      expect(probe.rung).toEqual(['shy', 'shy']);
    });
  });

  it('waits for a service that is away', async () => {
    await service.close();
    const sender = await createService('sender', config, EchoModule.with(config, new EchoProbe()));
    // Not listening: it only tells.
    await sender.get(EventPublisher).publish(rung, { user_id: USER, bell: 'early' });
    await sender.close();
    service = await startService();
    await eventually(() => {
      expect(probe.rung).toEqual(['early']);
    });
  });

  it('that can never be handled becomes a dead letter at once, and its neighbours are handled', async () => {
    const seen: FeedItem[] = [];
    await service.get(EventFeed).follow(new Date(), (item) => seen.push(item));
    await ring(7 as never);
    await ring('sound');
    await eventually(() => {
      expect(probe.rung).toEqual(['sound']);
      const letters = seen.filter(({ subject }) => subject === events.eventDeadLettered.subject);
      expect(letters).toHaveLength(1);
      expect(letters[0]?.payload).toMatchObject({
        user_id: USER,
        subject: rung.subject,
        consumer: 'echo',
        reason: 'validation_failed',
        payload: JSON.stringify({ user_id: USER, bell: 7 }),
      });
    });
  });

  it('is heard again after the broker lost everything it had', async () => {
    await nats.kill();
    const emptied = await TestNats.start();
    await emptied.stop();
    await nats.restart();
    await eventually(async () => {
      await ring('after');
      expect(probe.rung).toContain('after');
    }, 10_000);
  });
});

describe('the feed', () => {
  it('shows past events of one person after a place in the stream', async () => {
    const seen: FeedItem[] = [];
    const feed = service.get(EventFeed);
    await feed.follow(new Date(), (item) => seen.push(item));
    await ring('one');
    await ring('other', undefined, OTHER);
    await ring('two');
    await eventually(() => {
      expect(seen).toHaveLength(3);
    });
    const missed = await feed.replay(USER, seen[0]?.seq ?? 0, [rung]);
    expect(missed.map(({ payload }) => payload)).toEqual([{ user_id: USER, bell: 'two' }]);
  });
});
