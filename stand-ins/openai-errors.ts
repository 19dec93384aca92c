import { HttpError } from './http-error.js';
import type { Handler, Route } from './http-server.js';

/** An error as OpenAI writes it. */
export const errorBody = (
  message: string,
  type: string,
  code: string | null = null,
  param: string | null = null,
): unknown => ({ error: { message, type, param, code } });

const typeOf = (status: number): string => (status >= 500 ? 'server_error' : 'invalid_request_error');

/** OpenAI's shape for what goes wrong before a handler is reached. */
export const describeOpenAiError = (status: number, message: string): unknown =>
  errorBody(message, typeOf(status));

export const invalidRequest = (message: string, param: string): HttpError =>
  new HttpError(400, message, { body: errorBody(message, 'invalid_request_error', null, param) });

export const unauthorized = (message: string, code: string | null): HttpError =>
  new HttpError(401, message, { body: errorBody(message, 'invalid_request_error', code) });

export const rateLimited = (retryAfterSeconds: number): HttpError => {
  const message = 'Rate limit reached for requests.';
  return new HttpError(429, message, {
    body: errorBody(message, 'requests', 'rate_limit_exceeded'),
    headers: { 'retry-after': String(retryAfterSeconds) },
  });
};

export const serverFailed = (): HttpError => {
  const message = 'The server had an error while processing your request. Sorry about that!';
  return new HttpError(500, message, { body: errorBody(message, 'server_error') });
};

/** Any key will do, but there has to be one. */
export const withKey = (route: Route): Route => {
  const handle: Handler = (exchange) => {
    if (!exchange.headers.authorization) {
      throw unauthorized("You didn't provide an API key. Use the Authorization header.", null);
    }
    return route.handle(exchange);
  };
  return { ...route, handle };
};
