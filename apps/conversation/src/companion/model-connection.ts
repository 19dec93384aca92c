import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { ModelFailure } from './model-failure.js';

const REFUSALS = new Set([400, 401, 403, 404, 405, 415, 422, 501]);
const MAX_ANSWER_BYTES = 256 * 1024;

/** What is sent to a model. */
export interface ModelRequest {
  /** Its content type. */
  readonly type: string;
  readonly bytes: Buffer;
  /** Whether the connection has to be a new one: one that stayed open may be what is broken. */
  readonly fresh?: boolean;
}

export const jsonRequest = (body: object, fresh = false): ModelRequest => ({
  type: 'application/json',
  bytes: Buffer.from(JSON.stringify(body)),
  fresh,
});

/**
 * Calls an OpenAI-compatible address over connections that stay open. The `openai` package does the same at three times
 * the price, which is more than the rest of a turn costs (docs/decisions/0019); it serves where a call is rare.
 */
export class ModelConnection {
  private readonly base: URL;
  private readonly agent: HttpAgent;
  private readonly request: typeof requestHttp;

  /** @param baseUrl ends in `/v1` */
  constructor(
    baseUrl: string,
    private readonly apiKey: string,
  ) {
    this.base = new URL(baseUrl);
    const isSecure = this.base.protocol === 'https:';
    const options = { keepAlive: true, maxSockets: Infinity };
    this.agent = isSecure ? new HttpsAgent(options) : new HttpAgent(options);
    this.request = isSecure ? requestHttps : requestHttp;
  }

  /**
   * Asks, and waits for the head of the answer. Redirects are not followed.
   * @param path below the base
   * @throws ModelFailure when there is no good answer; what `signal` was aborted with
   */
  async open(path: string, request: ModelRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const answer = await this.send(path, request, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return answer;
    answer.destroy();
    if (statusCode === 429)
      throw new ModelFailure('busy', 'the model is busy (429)', retryAfter(headers['retry-after']));
    if (REFUSALS.has(statusCode))
      throw new ModelFailure('refused', `the model refuses the call (${String(statusCode)})`);
    const reason = `the model is in trouble (${String(statusCode)})`;
    throw new ModelFailure('unreachable', reason, retryAfter(headers['retry-after']));
  }

  /** Asks, and reads the whole answer. @throws as `open`; ModelFailure when it is too long, or no JSON */
  async ask(path: string, request: ModelRequest, signal: AbortSignal): Promise<unknown> {
    const text = await wholeText(await this.open(path, request, signal));
    try {
      return JSON.parse(text);
    } catch {
      // Without its cause: a syntax error quotes what it cannot read.
      throw new ModelFailure('broken', 'the answer is no JSON');
    }
  }

  private send(
    path: string,
    { type, bytes, fresh = false }: ModelRequest,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = this.request(
        {
          agent: fresh ? false : this.agent,
          protocol: this.base.protocol,
          hostname: this.base.hostname.replaceAll(/[[\]]/g, ''),
          port: this.base.port,
          path: `${this.base.pathname}${path}`,
          method: 'POST',
          headers: {
            'content-type': type,
            'content-length': bytes.length,
            authorization: `Bearer ${this.apiKey}`,
          },
          signal,
        },
        resolve,
      );
      sent.on('error', (cause) => {
        reject(
          signal.aborted
            ? cause
            : new ModelFailure('unreachable', 'the model cannot be reached', undefined, { cause }),
        );
      });
      sent.end(bytes);
    });
  }
}

const retryAfter = (header: string | undefined): number | undefined => {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

/** Leaving the loop ends the connection. */
const wholeText = async (answer: IncomingMessage): Promise<string> => {
  const packets: AsyncIterable<Uint8Array> = answer;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of packets) {
    length += bytes.length;
    if (length > MAX_ANSWER_BYTES) throw new ModelFailure('broken', 'the answer is too long');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString();
};
