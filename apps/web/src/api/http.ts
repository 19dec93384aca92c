import { readJson } from './json';
import { accessToken, renewAccess } from './login';
import { isProblem, Problem, problemOf } from './problem';

export interface Ask {
  readonly body?: unknown;
  /** Makes a second try give the first result. */
  readonly idempotencyKey?: string;
  readonly accept?: string;
  readonly lastEventId?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of somebody other than the person: an operator. It is not renewed. */
  readonly token?: string;
  /** For routes that want nobody to be signed in. */
  readonly open?: boolean;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Asks the gateway. A token that has run out meanwhile is renewed once.
 * @throws Problem what the gateway refused; `offline` when it was not reached
 */
export const ask = async (method: Method, path: string, options: Ask = {}): Promise<Response> => {
  if (options.open === true || options.token !== undefined) return send(method, path, options, options.token);
  try {
    return await send(method, path, options, await accessToken());
  } catch (error) {
    if (!isProblem(error, 'unauthorized')) throw error;
    return send(method, path, options, await renewAccess());
  }
};

/** Asks and reads the answer, whose shape is that of the contract. */
export const askJson = async <T>(method: Method, path: string, options: Ask = {}): Promise<T> =>
  readJson(await ask(method, path, options));

const send = async (method: Method, path: string, options: Ask, token?: string): Promise<Response> => {
  const { body, idempotencyKey, accept, lastEventId, signal } = options;
  const headers = new Headers({ accept: accept ?? 'application/json' });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  if (lastEventId !== undefined) headers.set('last-event-id', String(lastEventId));
  const answer = await reach(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
};

const reach = async (path: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, request);
  } catch (cause) {
    if (request.signal?.aborted === true) throw cause;
    throw new Problem('offline', {}, { cause });
  }
};
