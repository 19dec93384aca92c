import { DomainError } from '@saathi/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf, type AccessTokens, type Bearer } from '../http/access-tokens.js';
import { clientAddress } from '../http/client-address.js';
import type { Allowance } from './allowance.js';
import type { Limited, RateLimiter } from './rate-limiter.js';
import { secondsUntil, WINDOW_MS } from './window.js';

/** Routes that are not counted. */
export const UNCOUNTED: ReadonlySet<string | undefined> = new Set([
  // Asked by those who run this, on a timetable.
  '/health/live',
  '/health/ready',
  '/metrics',
  // Signed, and Cashfree comes back with what it could not tell.
  '/v1/webhooks/cashfree',
  // Small files; a page needs several at once.
  '/docs/assets/*',
  '/assets/*',
]);

/** What the limit needs. */
export interface LimitParts {
  readonly limiter: RateLimiter;
  readonly tokens: AccessTokens;
}

/**
 * Finds out who is asking, and counts the request before anything else is done for it: for the person, or for
 * the address when there is no good token. Comes after the hooks that give every answer its headers, so a refusal
 * has them as well.
 */
export const limitRequests = (fastify: FastifyInstance, { limiter, tokens }: LimitParts): void => {
  const admit = async (allowance: Allowance, limited: Limited, reply: FastifyReply): Promise<void> => {
    const isAdmitted = await allowance.take();
    const seconds = secondsUntil(allowance.resetsAt, Date.now());
    tellStanding(reply, allowance, seconds);
    if (isAdmitted) return;
    limiter.noteRefusal(allowance, limited);
    const detail = `Too many requests; try again in ${String(seconds)} seconds.`;
    throw new DomainError('rate_limited', detail, { retry_after: seconds });
  };

  fastify.addHook('onRequest', async (request, reply) => {
    if (UNCOUNTED.has(request.routeOptions.url)) return;
    const token = bearerOf(request.headers.authorization);
    let bearer = token === undefined ? undefined : tokens.recall(token);
    if (bearer === undefined) {
      // A token that was never seen counts for its address until it has proved good: so a flood of bad ones ends.
      const address = limiter.ofAddress(clientAddress(request.ip));
      await admit(address, 'address', reply);
      bearer = token === undefined ? undefined : await verify(tokens, token, request);
      if (bearer === undefined) return;
      address.giveBack();
    }
    await admit(limiter.ofUser(noteBearer(bearer, request)), 'user', reply);
  });
};

/** @returns the id of the person or the operator */
const noteBearer = (bearer: Bearer, request: FastifyRequest): string => {
  if ('operator_id' in bearer) {
    request.current_operator = bearer;
    return (request.saathi.operator_id = bearer.operator_id);
  }
  request.current_user = bearer;
  return (request.saathi.user_id = bearer.user_id);
};

const tellStanding = (reply: FastifyReply, { limit, remaining }: Allowance, seconds: number): void => {
  reply.header('ratelimit-policy', `"default";q=${String(limit)};w=${String(WINDOW_MS / 1000)}`);
  reply.header('ratelimit', `"default";r=${String(remaining)};t=${String(seconds)}`);
};

/** The owner of a token. Why there is none is said later, by a route that wants somebody to be signed in. */
const verify = async (
  tokens: AccessTokens,
  token: string,
  request: FastifyRequest,
): Promise<Bearer | undefined> => {
  try {
    return await tokens.verify(token);
  } catch (error) {
    request.refusal = error instanceof Error ? error : new DomainError('unauthorized');
    return undefined;
  }
};
