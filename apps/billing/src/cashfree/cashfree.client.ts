import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { BillingConfig } from '../billing.config.js';
import { callLimits, type CashfreeCall } from './call-limits.js';
import { CashfreeError, errorFrom } from './cashfree-error.js';
import { readCapped } from './read-capped.js';
import { TokenBucket } from './token-bucket.js';

/** A call as it goes out. */
export interface CashfreeRequest {
  readonly call: CashfreeCall;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** After `/pg`. */
  readonly path: string;
  readonly body?: object;
  /** A UUID; asked again with the same one, Cashfree does it once. Without one a write is never repeated. */
  readonly idempotency_key?: string;
}

const TIME_LIMIT_MS = 3000;
const PAUSES_MS = [0, 200, 600] as const;
/** Who waits for an answer waits no longer than this for a turn. */
const LONGEST_WAIT_MS = 1500;

/**
 * Cashfree PG over HTTP: headers, limits, what is tried again and what is not. Six calls do not need an SDK that
 * brings 70 MB of telemetry (docs/decisions/0021).
 */
@Injectable()
export class CashfreeClient {
  private readonly buckets: Readonly<Record<CashfreeCall, TokenBucket>>;

  constructor(private readonly config: BillingConfig) {
    this.buckets = callLimits(config.CASHFREE_BASE_URL);
  }

  /** @throws CashfreeError when it did not work out, after what may pass was tried again */
  async ask(request: CashfreeRequest): Promise<unknown> {
    const isSafe = request.method === 'GET' || request.idempotency_key !== undefined;
    let failure = new CashfreeError(0, 'not_asked', '');
    for (const wait of isSafe ? PAUSES_MS : [0]) {
      const pauseMs = Math.max(wait, failure.retry_after_ms ?? 0);
      if (pauseMs > LONGEST_WAIT_MS) break;
      await pause(pauseMs);
      try {
        return await this.askOnce(request);
      } catch (error) {
        failure = asCashfreeError(error);
        if (!failure.mayPass && !isAboutTheKey(failure)) break;
      }
    }
    throw failure;
  }

  private async askOnce(request: CashfreeRequest): Promise<unknown> {
    await this.takeTurn(request.call);
    const { method, path, body } = request;
    const answer = await fetch(`${this.config.CASHFREE_BASE_URL}${path}`, {
      method,
      // Who is sent elsewhere would take the secret along.
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      headers: this.headersOf(request),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.ok) return readCapped(answer);
    const said = await readCapped(answer).catch(() => undefined);
    throw errorFrom(answer.status, answer.headers.get('x-ratelimit-retry'), said);
  }

  private headersOf({ body, idempotency_key }: CashfreeRequest): Record<string, string> {
    const { CASHFREE_CLIENT_ID, CASHFREE_CLIENT_SECRET, CASHFREE_API_VERSION } = this.config;
    return {
      accept: 'application/json',
      'x-client-id': CASHFREE_CLIENT_ID,
      'x-client-secret': CASHFREE_CLIENT_SECRET,
      'x-api-version': CASHFREE_API_VERSION,
      'x-request-id': newId(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotency_key === undefined ? {} : { 'x-idempotency-key': idempotency_key }),
    };
  }

  /** Keeps below Cashfree's limits, so that it is not it who has to say no. */
  private async takeTurn(call: CashfreeCall): Promise<void> {
    const bucket = this.buckets[call];
    const wait = bucket.take();
    if (wait > LONGEST_WAIT_MS) {
      bucket.giveBack();
      throw new CashfreeError(429, 'own_limit', 'rate_limit_error', wait);
    }
    await pause(wait);
  }
}

/** Another request with this key is being worked on, or was. */
const isAboutTheKey = ({ status }: CashfreeError): boolean => status === 409 || status === 422;

const asCashfreeError = (error: unknown): CashfreeError => {
  if (error instanceof CashfreeError) return error;
  const name = error instanceof Error ? error.name : 'unknown';
  return new CashfreeError(0, name, 'no_answer', undefined, { cause: error });
};
