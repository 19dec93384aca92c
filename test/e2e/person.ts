import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import type { Stack } from './stack.js';

/** An answer, with its body parsed when it is JSON. */
export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Headers;
}

/** One server-sent event. */
export interface Frame {
  readonly id: number;
  readonly event: string;
  readonly data: any;
}

/** Somebody who uses the product through its door alone. */
export class Person {
  private constructor(
    private readonly stack: Stack,
    readonly email: string,
    readonly token: string,
    readonly refreshToken: string,
    readonly id: string,
  ) {}

  /** Signs up with a mailed code. */
  static async join(stack: Stack, profile: object = {}): Promise<Person> {
    const email = `${randomUUID()}@example.com`;
    const verified = await proveAddress(stack, email);
    const { body } = await ask(stack, 'POST', '/v1/auth/register', {
      registration_token: verified.body.registration_token,
      name: 'Asha',
      gender: 'female',
      is_adult: true,
      accepted_terms: true,
      ...profile,
    });
    return new Person(stack, email, body.access_token, body.refresh_token, body.user.id);
  }

  get(path: string): Promise<Answer> {
    return ask(this.stack, 'GET', path, undefined, this.auth);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(this.stack, 'POST', path, body, { ...this.auth, ...headers });
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return ask(this.stack, 'PATCH', path, body, this.auth);
  }

  delete(path: string): Promise<Answer> {
    return ask(this.stack, 'DELETE', path, undefined, this.auth);
  }

  async startSession(): Promise<string> {
    const { body } = await this.post('/v1/sessions', { type: 'chat' });
    return body.id;
  }

  say(sessionId: string, text: string): Promise<Answer> {
    return this.post(`/v1/sessions/${sessionId}/messages`, { text });
  }

  /** Says something and reads the reply as it streams. */
  async *stream(sessionId: string, text: string): AsyncGenerator<Frame> {
    const answer = await fetch(`${this.stack.url}/v1/sessions/${sessionId}/messages`, {
      method: 'POST',
      headers: { ...this.auth, ...JSON_BODY, accept: 'text/event-stream' },
      body: JSON.stringify({ text }),
    });
    yield* framesOf(answer);
  }

  /** Joins the reply under way in a session. */
  async *joinReply(sessionId: string, lastEventId: number): AsyncGenerator<Frame> {
    const headers = { ...this.auth, 'last-event-id': String(lastEventId) };
    yield* framesOf(await fetch(`${this.stack.url}/v1/sessions/${sessionId}/reply`, { headers }));
  }

  /** Opens the stream of what changes for this person. */
  async *events(lastEventId?: number): AsyncGenerator<Frame> {
    const headers = {
      ...this.auth,
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    };
    yield* framesOf(await fetch(`${this.stack.url}/v1/me/events`, { headers }));
  }

  /** Holds a whole session, and waits until its summary is there. */
  async spendEvening(texts: readonly string[]): Promise<Answer> {
    const session = await this.startSession();
    for (const text of texts) await this.say(session, text);
    await this.post(`/v1/sessions/${session}/end`);
    return this.summaryOf(session);
  }

  summaryOf(sessionId: string, withinMs = 20_000): Promise<Answer> {
    return eventually(async () => {
      const answer = await this.get(`/v1/sessions/${sessionId}`);
      if (answer.body.summary_status === 'pending') throw new Error('the summary is not there yet');
      return answer;
    }, withinMs);
  }

  private get auth(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Asks as anybody. */
export const ask = async (
  stack: Stack,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const answer = await fetch(`${stack.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : JSON_BODY), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
};

/** Asks for a code, reads it from the mail and hands it in. */
export const proveAddress = async (stack: Stack, email: string): Promise<Answer> => {
  const { body } = await ask(stack, 'POST', '/v1/auth/otp/request', { email, locale: 'en-IN' });
  const otp = await readCode(stack, email);
  return ask(stack, 'POST', '/v1/auth/otp/verify', { challenge_id: body.challenge_id, otp });
};

const mails = async (stack: Stack, email: string): Promise<readonly { text: string }[]> => {
  const answer = await fetch(`${stack.inbox}/api/messages?to=${encodeURIComponent(email)}`);
  return ((await answer.json()) as { items: { text: string }[] }).items;
};

/** How many mails have come to an address. */
export const mailsTo = async (stack: Stack, email: string): Promise<number> =>
  (await mails(stack, email)).length;

/**
 * The code of the newest mail to an address.
 * @param before how many mails had come before the one that is waited for
 */
export const readCode = (stack: Stack, email: string, before = 0): Promise<string> =>
  eventually(async () => {
    const items = await mails(stack, email);
    if (items.length <= before) throw new Error('no further mail yet');
    const [code] = /(?<!\d)\d{6}(?!\d)/.exec(items[0]?.text ?? '') ?? [];
    if (code === undefined) throw new Error('no mail yet');
    return code;
  });

/** Reads server-sent events; comments are left out. */
async function* framesOf(answer: Response): AsyncGenerator<Frame> {
  if (answer.body === null || answer.status !== 200) throw new Error(`no stream: ${String(answer.status)}`);
  let text = '';
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
}
