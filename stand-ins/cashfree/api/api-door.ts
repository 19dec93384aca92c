import type { IncomingHttpHeaders } from 'node:http';
import { sendJson, type Exchange, type Handler, type Route } from '../../http-server.js';
import { authenticationFailed, tooManyRequests, versionMissing, versionUnknown } from '../cashfree-errors.js';
import { Idempotency, type ApiAnswer } from './idempotency.js';
import type { LimitedCall, RateLimit } from './rate-limit.js';

export const API_VERSION = '2025-01-01';

export interface Credentials {
  readonly client_id: string;
  readonly secret: string;
}

export interface ApiRoute extends Omit<Route, 'handle'> {
  readonly limit: LimitedCall;
  /** `undefined` when the handler has answered in its own way, or withholds the answer. */
  readonly answer: (exchange: Exchange) => ApiAnswer | undefined | Promise<ApiAnswer | undefined>;
}

/** What stands before every API call: headers, rate limit, idempotency. */
export class ApiDoor {
  private readonly idempotency = new Idempotency();

  constructor(
    private readonly credentials: Credentials,
    private readonly rateLimit: RateLimit,
  ) {}

  route({ method, path, limit, answer }: ApiRoute): Route {
    const handle: Handler = async (exchange) => {
      const { headers, response } = exchange;
      response.setHeader('x-api-version', API_VERSION);
      const requestId = headers['x-request-id'];
      if (typeof requestId === 'string') response.setHeader('x-request-id', requestId);
      this.checkHeaders(headers);
      this.countCall(exchange, limit);
      await this.answerOnce(exchange, `${method} ${path}`, answer);
    };
    return { method, path, handle };
  }

  private checkHeaders(headers: IncomingHttpHeaders): void {
    const version = headers['x-api-version'];
    if (typeof version !== 'string' || version === '') throw versionMissing();
    const { client_id, secret } = this.credentials;
    if (headers['x-client-id'] !== client_id || headers['x-client-secret'] !== secret) {
      throw authenticationFailed();
    }
    if (version !== API_VERSION) throw versionUnknown(version);
  }

  private countCall({ response }: Exchange, limit: LimitedCall): void {
    const { allowed, headers } = this.rateLimit.use(limit);
    response.setHeaders(new Map(Object.entries(headers)));
    if (!allowed) throw tooManyRequests();
  }

  private async answerOnce(exchange: Exchange, call: string, answer: ApiRoute['answer']): Promise<void> {
    const { headers, body, response } = exchange;
    const given = headers['x-idempotency-key'];
    const key = typeof given === 'string' ? `${call} ${given}` : undefined;
    const before = key === undefined ? undefined : this.idempotency.recall(key, body);
    const now = before ?? (await answer(exchange));
    if (now === undefined) return;
    if (key !== undefined) this.idempotency.keep(key, body, now);
    if (response.destroyed) return;
    if (typeof given === 'string') response.setHeader('x-idempotency-key', given);
    sendJson(exchange, now.status, now.body, { 'x-idempotency-replayed': String(before !== undefined) });
  }
}
