import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { loadConfig } from '@saathi/platform';
import { GatewayConfig } from '../gateway.config.js';
import { Revocations } from './revocations.js';

const LIFE_MS = (900 + 30) * 1000;

let revoked: Revocations;

beforeEach(() => {
  jest.useFakeTimers();
  revoked = new Revocations(
    loadConfig(GatewayConfig, { NATS_URL: 'nats://unused', ACCESS_TTL_SECONDS: '900' }),
  );
});

afterEach(() => {
  jest.useRealTimers();
});

describe('a login that ended', () => {
  it('is remembered, and no other', () => {
    revoked.add('a');
    expect([revoked.has('a'), revoked.has('b')]).toEqual([true, false]);
  });

  it('is remembered as long as one of its access tokens could still be good', () => {
    revoked.add('a');
    jest.advanceTimersByTime(LIFE_MS - 1);
    revoked.add('b');
    expect(revoked.has('a')).toBe(true);
  });

  it('is forgotten after that', () => {
    revoked.add('a');
    jest.advanceTimersByTime(LIFE_MS);
    revoked.add('b');
    expect([revoked.has('a'), revoked.has('b')]).toEqual([false, true]);
  });

  it('told twice is remembered from the last time on', () => {
    revoked.add('a');
    revoked.add('b');
    jest.advanceTimersByTime(LIFE_MS - 1);
    revoked.add('a');
    jest.advanceTimersByTime(1);
    revoked.add('c');
    expect([revoked.has('a'), revoked.has('b'), revoked.has('c')]).toEqual([true, false, true]);
  });
});
