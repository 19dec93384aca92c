import { createHash, timingSafeEqual } from 'node:crypto';
import type { GatewayConfig } from '../gateway.config.js';
import { bearerOf } from '../http/access-tokens.js';

/**
 * Whether somebody may read the counters: they tell how much a service is used, and stand on its public port.
 * @param authorization the header of the request
 */
export const mayReadCounters = (
  { METRICS_TOKEN, NODE_ENV }: Pick<GatewayConfig, 'METRICS_TOKEN' | 'NODE_ENV'>,
  authorization?: string,
): boolean => {
  if (METRICS_TOKEN === undefined) return NODE_ENV !== 'production';
  return timingSafeEqual(digest(bearerOf(authorization) ?? ''), digest(METRICS_TOKEN));
};

// Of equal length, whatever was given.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
