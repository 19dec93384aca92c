import type { IncomingHttpHeaders } from 'node:http';
import { BoundedList } from './bounded-list.js';
import { parseJson } from './json-value.js';

const KEPT_REQUESTS = 1000;
const LONGEST_KEPT_BODY = 256 * 1024;
const SECRET_HEADERS = ['authorization', 'x-client-secret'];

/** One request as `/__log` shows it. What the handler did is added while it happens. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  status?: number;
  [fact: string]: unknown;
}

/** What a stand-in was asked, for tests. */
export class RequestLog {
  private readonly requests = new BoundedList<LoggedRequest>(KEPT_REQUESTS);

  record(method: string, path: string, headers: IncomingHttpHeaders, body: unknown): LoggedRequest {
    const request = {
      at: new Date().toISOString(),
      method,
      path,
      headers: withoutSecrets(headers),
      body: readable(body),
    };
    this.requests.add(request);
    return request;
  }

  /** Newest last. */
  all(): readonly LoggedRequest[] {
    return this.requests.all();
  }

  clear(): void {
    this.requests.clear();
  }
}

const withoutSecrets = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRET_HEADERS.includes(name) ? '(set)' : value]),
  );

const readable = (body: unknown): unknown => {
  if (typeof body !== 'string') return body;
  if (body.length > LONGEST_KEPT_BODY) return { left_out_characters: body.length };
  return parseJson(body) ?? body;
};
