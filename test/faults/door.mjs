import { performance } from 'node:perf_hooks';
import { TextDecoderStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';

/** A request that takes longer has been lost. */
const LIMIT_MS = 30_000;

/**
 * An answer of the gateway. `status` 0: the connection broke, or nothing came in time.
 * @typedef {{ readonly status: number, readonly body: any, readonly ms: number }} Answer
 *
 * One server-sent event.
 * @typedef {{ readonly id: number, readonly event: string, readonly data: any }} Frame
 */

/**
 * Asks once.
 * @param {string} url
 * @param {{ method?: string, body?: unknown, headers?: Record<string, string> }} [options]
 * @returns {Promise<Answer>}
 */
export const ask = async (url, { method = 'GET', body, headers = {} } = {}) => {
  const startedAt = performance.now();
  const ended = (/** @type {number} */ status, /** @type {unknown} */ said) => ({
    status,
    body: said,
    ms: performance.now() - startedAt,
  });
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return ended(answer.status, isJson ? JSON.parse(text) : text);
  } catch {
    return ended(0, undefined);
  }
};

/**
 * Reads the events of an answer as they come; ends silently where the connection breaks.
 * @param {Response} answer
 * @returns {AsyncGenerator<Frame>}
 */
export async function* framesOf(answer) {
  if (answer.body === null) return;
  let text = '';
  try {
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        const event = fields.get('event');
        if (event !== undefined)
          yield { id: Number(fields.get('id')), event, data: JSON.parse(fields.get('data') ?? 'null') };
      }
    }
  } catch {
    // The stream broke: the reader has what came before.
  }
}

/**
 * Signs somebody up with a mailed code.
 * @param {{ url: string, inbox: string }} ground
 * @param {string} email
 * @returns {Promise<{ user_id: string, access_token: string, refresh_token: string }>}
 */
export const signUp = async ({ url, inbox }, email) => {
  const post = (/** @type {string} */ path, /** @type {unknown} */ body) =>
    ask(`${url}${path}`, { method: 'POST', body });
  const { body: asked } = await post('/v1/auth/otp/request', { email });
  let otp;
  for (let tries = 0; otp === undefined && tries < 200; tries += 1) {
    const { body } = await ask(`${inbox}/api/messages?to=${encodeURIComponent(email)}`);
    [otp] = /(?<!\d)\d{6}(?!\d)/.exec(body?.items[0]?.text ?? '') ?? [];
    if (otp === undefined) await pause(50);
  }
  const { body: proven } = await post('/v1/auth/otp/verify', { challenge_id: asked.challenge_id, otp });
  const { status, body } = await post('/v1/auth/register', {
    registration_token: proven.registration_token,
    name: 'Asha',
    gender: 'female',
    is_adult: true,
    accepted_terms: true,
  });
  if (status !== 201) throw new Error(`nobody could sign up: ${status} ${JSON.stringify(body)}`);
  return { user_id: body.user.id, access_token: body.access_token, refresh_token: body.refresh_token };
};
