import { describe, expect, it } from '@jest/globals';
import { environmentFaults, reasonToGiveUp } from './start-faults.mjs';

const BLOCK = 'auth: The environment is not usable:\n  LOG_LEVEL: must be one of …\n  NATS_URL: must match …';

describe('environmentFaults', () => {
  it('finds the whole block among other lines', () => {
    expect(environmentFaults(`{"msg":"x"}\n${BLOCK}\n{"msg":"y"}\n`)).toBe(BLOCK);
  });

  it('finds nothing in an ordinary log', () => {
    expect(environmentFaults('{"msg":"service started"}\n')).toBeUndefined();
  });
});

describe('reasonToGiveUp', () => {
  it('is there at once when the environment is at fault', () => {
    expect(reasonToGiveUp({ name: 'auth', deaths: 1, log: BLOCK })).toBe(BLOCK);
  });

  it('comes after several deaths otherwise', () => {
    expect(reasonToGiveUp({ name: 'auth', deaths: 5, log: 'boom' })).toBeUndefined();
    expect(reasonToGiveUp({ name: 'auth', deaths: 6, log: 'boom' })).toMatch(/auth ended 6 times[^]*boom/);
  });
});
