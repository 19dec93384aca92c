import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { findRoute } from './find-route.js';
import { HttpError } from './http-error.js';
import { isObject, parseJson, type JsonObject } from './json-value.js';
import type { RequestLog } from './request-log.js';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** One request and the means to answer it. */
export interface Exchange {
  readonly query: URLSearchParams;
  /** The values of the `:names` in the route's path. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** The body as text; what is no text is in `bytes` alone. */
  readonly body: string;
  readonly bytes: Buffer;
  readonly response: ServerResponse;
  /** Aborted when the client leaves before it has the whole answer. */
  readonly gone: AbortSignal;
  /** Waits until the client leaves: for answers that never come. */
  readonly untilGone: () => Promise<void>;
  /** Adds what was done to the request's entry in `/__log`. */
  readonly note: (facts: JsonObject) => void;
}

export type Handler = (exchange: Exchange) => void | Promise<void>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Such as `/orders/:order_id`. */
  readonly path: string;
  readonly handle: Handler;
}

export interface ServerOptions {
  /** Which stand-in this is: sent as `x-stand-in` with every answer. */
  readonly name: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly routes: readonly Route[];
  readonly log: RequestLog;
  /** The outside world's way to write an error. */
  readonly describeError: (status: number, message: string) => unknown;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

export const startHttpServer = async (options: ServerOptions): Promise<RunningServer> => {
  const server = createServer((request, response) => {
    response.setHeader('x-stand-in', options.name);
    void answer(request, response, options);
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const port = portOf(server);
  return {
    url: `http://${reachable(options.host)}:${String(port)}`,
    port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

export const sendJson = (
  { response }: Pick<Exchange, 'response'>,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
};

export const sendHtml = ({ response }: Exchange, status: number, html: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
  });
  response.end(html);
};

/** @throws HttpError 400 when the body is not a JSON object */
export const readJsonObject = ({ body }: Pick<Exchange, 'body'>): JsonObject => {
  const value = parseJson(body);
  if (!isObject(value)) throw new HttpError(400, 'The body has to be a JSON object.');
  return value;
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { routes, log, describeError }: ServerOptions,
): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  // A write can meet a client that has just left; unheard, that error would end the process.
  response.on('error', () => {
    gone.abort();
  });
  try {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const bytes = await readBody(request);
    const body = isForm(request) ? '' : bytes.toString('utf8');
    const logged = isControl(url.pathname)
      ? undefined
      : log.record(
          request.method ?? 'GET',
          url.pathname + url.search,
          request.headers,
          isForm(request) ? { left_out_bytes: bytes.length } : body,
        );
    const note = (facts: JsonObject): void => {
      if (logged !== undefined) Object.assign(logged, facts);
    };
    response.once('close', () => {
      if (response.headersSent) note({ status: response.statusCode });
    });
    const { route, params } = findRoute(routes, request.method ?? 'GET', url.pathname);
    const exchange = { query: url.searchParams, params, headers: request.headers, body, bytes, response };
    const untilGone = (): Promise<void> => whenAborted(gone.signal);
    await route.handle({ ...exchange, gone: gone.signal, untilGone, note });
  } catch (error) {
    if (!gone.signal.aborted) answerError(response, error, describeError);
  }
};

const whenAborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

const answerError = (
  response: ServerResponse,
  error: unknown,
  describeError: ServerOptions['describeError'],
): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = error instanceof HttpError ? error : new HttpError(500, 'The stand-in has a defect.');
  if (known !== error) process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  const body = known.answer.body ?? describeError(known.status, known.message);
  sendJson({ response }, known.status, body, known.answer.headers);
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    // What is too long is still read to its end, so that the client gets to see the refusal.
    if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk);
  });
  await once(request, 'end');
  if (bytes > BODY_LIMIT_BYTES) {
    throw new HttpError(413, `The body is longer than ${String(BODY_LIMIT_BYTES)} bytes.`);
  }
  return Buffer.concat(chunks);
};

/** A form holds a file, which is no text. */
const isForm = ({ headers }: IncomingMessage): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') === true;

/** A server that listens everywhere is reached on this machine by the loopback address. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

const isControl = (path: string): boolean => path.startsWith('/__') || path === '/health';

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
