import { describe, expect, it } from '@jest/globals';
import { mayReadCounters } from './may-read-counters.js';

const METRICS_TOKEN = 'a-token-of-prometheus';

describe('the counters of the gateway', () => {
  it.each(['development', 'production'] as const)('are for who brings the token, in %s', (NODE_ENV) => {
    const config = { NODE_ENV, METRICS_TOKEN };
    expect(mayReadCounters(config, `Bearer ${METRICS_TOKEN}`)).toBe(true);
    expect(mayReadCounters(config, `bearer ${METRICS_TOKEN}`)).toBe(true);
    for (const given of [undefined, '', 'Bearer', METRICS_TOKEN, 'Bearer a-token-of-somebody', 'Basic x'])
      expect(mayReadCounters(config, given)).toBe(false);
  });

  it('are for nobody in production, and for anybody elsewhere, while there is no token', () => {
    expect(mayReadCounters({ NODE_ENV: 'production' }, 'Bearer undefined')).toBe(false);
    expect(mayReadCounters({ NODE_ENV: 'development' })).toBe(true);
  });
});
