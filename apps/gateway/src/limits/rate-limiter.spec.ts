import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SharedCounts } from '@saathi/messaging';
import { GatewayConfig } from '../gateway.config.js';
import { Ledger } from './ledger.js';
import { RateLimiter } from './rate-limiter.js';

const counts = {
  read: () => Promise.resolve(undefined),
  replace: () => Promise.resolve(1),
} as unknown as SharedCounts;

let now = 1_800_000_000_000;
let limiter: RateLimiter;

beforeEach(() => {
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  limiter = new RateLimiter(new GatewayConfig(), new Ledger(counts));
});

afterEach(() => {
  jest.restoreAllMocks();
});

const manyOthers = async (): Promise<void> => {
  for (let n = 0; n < 1000; n += 1) await limiter.ofUser(`other ${String(n)} ${String(now)}`).take();
};

describe('the limiter', () => {
  it('has 120 requests for a person, 25 times as many for an address', () => {
    expect(limiter.ofUser('asha').limit).toBe(120);
    expect(limiter.ofAddress('203.0.113.7').limit).toBe(3000);
  });

  it('takes all addresses of one IPv6 network for one', () => {
    expect(limiter.ofAddress('2001:db8::1')).toBe(limiter.ofAddress('2001:db8::2'));
    expect(limiter.ofAddress('2001:db8::1')).not.toBe(limiter.ofAddress('2001:db8:0:1::1'));
  });

  it('takes nobody for an address of the same name', () => {
    expect(limiter.ofUser('203.0.113.7')).not.toBe(limiter.ofAddress('203.0.113.7'));
  });

  it('knows somebody for a minute, however many others come, and forgets them afterwards', async () => {
    const asha = limiter.ofUser('asha');
    await asha.take();
    await manyOthers();
    expect(limiter.ofUser('asha')).toBe(asha);
    now += 60_000;
    await manyOthers();
    expect(limiter.ofUser('asha')).not.toBe(asha);
  });
});
