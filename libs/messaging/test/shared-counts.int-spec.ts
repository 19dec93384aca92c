import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Health } from '@saathi/platform';
import { eventually, TestNats } from '@saathi/testing';
import { NatsLink, SharedCounts } from '../src/index.js';

const UNTIL = 1_800_000_000_000;

let nats: TestNats;
let links: NatsLink[];
let counts: SharedCounts;
/** Another replica. */
let other: SharedCounts;

beforeAll(() => {
  Logger.overrideLogger(false);
});

beforeEach(async () => {
  nats = await TestNats.start();
  links = [
    await NatsLink.open('gateway', nats.environmentOf('gateway'), new Health()),
    await NatsLink.open('gateway', nats.environmentOf('gateway'), new Health()),
  ];
  [counts, other] = links.map((link) => new SharedCounts(link)) as [SharedCounts, SharedCounts];
});

afterEach(async () => {
  for (const link of links) await link.onApplicationShutdown();
  await nats.stop();
});

describe('a shared count', () => {
  it('is seen by every replica', async () => {
    const revision = await counts.replace('k', 0, { count: 7, until: UNTIL });
    expect(await other.read('k')).toEqual({ count: 7, until: UNTIL, revision });
    expect(await other.read('another')).toBeUndefined();
  });

  it('is changed only by somebody who knows how it was', async () => {
    const revision = await counts.replace('k', 0, { count: 1, until: UNTIL });
    expect(await other.replace('k', 0, { count: 5, until: UNTIL })).toBeUndefined();
    expect(await other.replace('k', revision ?? 0, { count: 2, until: UNTIL })).toBeGreaterThan(
      revision ?? 0,
    );
    expect(await counts.replace('k', revision ?? 0, { count: 9, until: UNTIL })).toBeUndefined();
    expect(await counts.read('k')).toMatchObject({ count: 2 });
  });

  it('is changed by one of many who try at once', async () => {
    const tries = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((count) =>
      [counts, other].map((replica) => replica.replace('k', 0, { count, until: UNTIL })),
    );
    expect((await Promise.all(tries)).filter((revision) => revision !== undefined)).toHaveLength(1);
  });

  it('cannot be had while the broker is away, begins anew when that comes back', async () => {
    await counts.replace('k', 0, { count: 1, until: UNTIL });
    await nats.kill();
    await eventually(() => expect(counts.read('k')).rejects.toThrow());
    await nats.restart();
    await eventually(async () => {
      expect(await counts.replace('k', 0, { count: 3, until: UNTIL })).toBeGreaterThan(0);
    });
    expect(await counts.read('k')).toMatchObject({ count: 3 });
  });
});
