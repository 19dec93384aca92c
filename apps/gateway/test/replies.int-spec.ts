import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, DomainError, type MessageView, type ReplyChunk } from '@saathi/contracts';
import { eventually, TestNats } from '@saathi/testing';
import { EventEmitter, once } from 'node:events';
import { OpenEvents, parseEvents } from './open-events.js';
import { send, signIn, startGateway, type RequestParts, type RunningGateway } from './running-gateway.js';

const SESSION = '00000000-0000-7000-8000-000000000001';
const STREAM = { accept: 'text/event-stream' };

let nats: TestNats;
let gateway: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

const said = (role: 'user' | 'ai', text: string): MessageView => ({
  id: `00000000-0000-7000-8000-00000000000${role === 'user' ? '2' : '3'}`,
  session_id: SESSION,
  role,
  tag: 'general',
  text,
  created_at: '2026-01-01T00:00:00.000Z',
});

const message: ReplyChunk = {
  id: 1,
  frame: { event: 'message', data: { message: said('user', 'नमस्ते'), reply_id: said('ai', '').id } },
};
const delta: ReplyChunk = { id: 2, frame: { event: 'delta', data: { text: 'line\n\ndata: break "out"' } } };
const done: ReplyChunk = {
  id: 3,
  frame: { event: 'done', data: { message: said('ai', 'x'), usage: { messages_left: 19 } } },
};

const answerWith = (chunks: ReplyChunk[], failure?: Error): void => {
  gateway.services.stream(conversationRpc.sendMessage, async function* () {
    yield* chunks;
    await Promise.resolve();
    if (failure !== undefined) throw failure;
  });
};

const say = (parts: RequestParts = {}): Promise<Response> =>
  send(gateway, `POST /v1/sessions/${SESSION}/messages`, {
    by: signIn(gateway.mint),
    json: { text: 'नमस्ते' },
    ...parts,
  });

describe('a streamed reply', () => {
  it('comes as the frames of the service, each on its line, in order', async () => {
    answerWith([message, delta, done]);
    const answer = await say({ headers: STREAM });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
    expect(await answer.text()).toBe(
      [message, delta, done]
        .map(
          ({ id, frame }) =>
            `id: ${String(id)}\nevent: ${frame.event}\ndata: ${JSON.stringify(frame.data)}\n\n`,
        )
        .join(''),
    );
  });

  it('is an ordinary problem when it fails before its first frame', async () => {
    answerWith(
      [],
      new DomainError('paywall_messages', '20 of 20 free messages used.', { limit: 20, used: 20 }),
    );
    const answer = await say({ headers: STREAM });
    expect(answer.status).toBe(402);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ code: 'paywall_messages', limit: 20, used: 20 });
  });

  it('ends with a problem event when it fails later', async () => {
    answerWith([message, delta], new DomainError('model_unavailable', 'Try again.'));
    const answer = await say({ headers: { ...STREAM, 'x-request-id': 'r-9' } });
    expect(answer.status).toBe(200);
    const events = parseEvents(await answer.text());
    expect(events.map(({ id, event }) => [id, event])).toEqual([
      ['1', 'message'],
      ['2', 'delta'],
      ['3', 'problem'],
    ]);
    expect(events[2]?.data).toMatchObject({
      status: 503,
      code: 'model_unavailable',
      detail: 'Try again.',
      instance: `/v1/sessions/${SESSION}/messages`,
      request_id: 'r-9',
    });
  });

  it('arrives piece by piece, not at its end', async () => {
    const steps = new EventEmitter();
    gateway.services.stream(conversationRpc.sendMessage, async function* () {
      yield message;
      await once(steps, 'go on');
      yield done;
    });
    const open = new OpenEvents(await say({ headers: STREAM }));
    await eventually(() => {
      expect(open.events.map(({ event }) => event)).toEqual(['message']);
    });
    steps.emit('go on');
    await eventually(() => {
      expect([open.events.map(({ event }) => event), open.hasEnded]).toEqual([['message', 'done'], true]);
    });
  });

  it('goes on in the service when its reader leaves', async () => {
    const steps = new EventEmitter();
    const finished = once(steps, 'finished');
    let wasStopped: boolean | undefined;
    gateway.services.stream(conversationRpc.sendMessage, async function* (_request, { signal }) {
      yield message;
      await once(steps, 'reader left');
      yield delta;
      yield done;
      wasStopped = signal.aborted;
      steps.emit('finished');
    });
    const leaving = new AbortController();
    const open = new OpenEvents(await say({ headers: STREAM, signal: leaving.signal }));
    await eventually(() => {
      expect(open.events).toHaveLength(1);
    });
    leaving.abort();
    await eventually(() => {
      expect(open.hasEnded).toBe(true);
    });
    steps.emit('reader left');
    await finished;
    expect(wasStopped).toBe(false);
  });
});

describe('a reply for a client that does not stream', () => {
  it('comes whole, with the message it answers', async () => {
    answerWith([message, delta, done]);
    const answer = await say();
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ message: said('user', 'नमस्ते'), reply: said('ai', 'x') });
  });

  it.each<[string, ReplyChunk[]]>([
    ['before its first frame', []],
    ['half-way', [message, delta]],
  ])('is a problem when it fails %s', async (_when, chunks) => {
    answerWith(chunks, new DomainError('model_unavailable'));
    const answer = await say();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'model_unavailable' });
  });

  it('is a problem when the reply never came', async () => {
    answerWith([message]);
    expect((await say()).status).toBe(503);
  });
});

describe('what the service is asked', () => {
  it('is the person, the session, the words and the key', async () => {
    answerWith([message, done]);
    const by = signIn(gateway.mint);
    await say({ by, json: { text: ' नमस्ते\n', tag: 'evaluation' }, headers: { 'idempotency-key': 'k 1' } });
    expect(gateway.services.asked.at(-1)).toEqual({
      subject: 'rpc.conversation.send_message',
      request: {
        user_id: by.user_id,
        session_id: SESSION,
        text: ' नमस्ते\n',
        tag: 'evaluation',
        idempotency_key: 'k 1',
      },
    });
  });
});

describe('the reply under way', () => {
  const REPLY = '00000000-0000-7000-8000-000000000003';
  const replyOf = (reply_id: string | null): void => {
    gateway.services.answer(conversationRpc.findReply, () => ({ reply_id }));
  };
  const asked = (subject: string): unknown[] =>
    gateway.services.asked.filter((call) => call.subject === subject).map(({ request }) => request);

  it('can be joined after the last frame the client has', async () => {
    replyOf(REPLY);
    gateway.services.stream(conversationRpc.joinReply, async function* () {
      await Promise.resolve();
      yield* [delta, done];
    });
    const by = signIn(gateway.mint);
    const answer = await send(gateway, `GET /v1/sessions/${SESSION}/reply`, {
      by,
      headers: { ...STREAM, 'last-event-id': '1' },
    });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(parseEvents(await answer.text()).map(({ id, event }) => [id, event])).toEqual([
      ['2', 'delta'],
      ['3', 'done'],
    ]);
    expect(asked('rpc.conversation.find_reply').at(-1)).toEqual({ user_id: by.user_id, session_id: SESSION });
    expect(asked('rpc.conversation.join_reply').at(-1)).toEqual({ reply_id: REPLY, after: 1 });
  });

  it('that fails is told of under the next number', async () => {
    replyOf(REPLY);
    gateway.services.stream(conversationRpc.joinReply, async function* () {
      await Promise.resolve();
      yield delta;
      throw new DomainError('model_unavailable');
    });
    const answer = await send(gateway, `GET /v1/sessions/${SESSION}/reply`, {
      by: signIn(gateway.mint),
      headers: { ...STREAM, 'last-event-id': '1' },
    });
    const events = parseEvents(await answer.text());
    expect(events.map(({ id, event }) => [id, event])).toEqual([
      ['2', 'delta'],
      ['3', 'problem'],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ code: 'model_unavailable', status: 503 });
  });

  it('is 204 when there is none, to join or to stop', async () => {
    replyOf(null);
    const by = signIn(gateway.mint);
    const before = gateway.services.asked.length;
    for (const route of ['GET /v1/sessions/:id/reply', 'POST /v1/sessions/:id/reply/stop'])
      expect((await send(gateway, route.replace(':id', SESSION), { by, headers: STREAM })).status).toBe(204);
    expect(gateway.services.asked.slice(before).map(({ subject }) => subject)).toEqual([
      'rpc.conversation.find_reply',
      'rpc.conversation.find_reply',
    ]);
  });

  it('is stopped by whoever makes it', async () => {
    replyOf(REPLY);
    gateway.services.answer(conversationRpc.stopReply, () => ({ ok: true }));
    const answer = await send(gateway, `POST /v1/sessions/${SESSION}/reply/stop`, {
      by: signIn(gateway.mint),
    });
    expect(answer.status).toBe(204);
    expect(asked('rpc.conversation.stop_reply').at(-1)).toEqual({ reply_id: REPLY });
  });

  it('is made again as a stream or whole', async () => {
    gateway.services.stream(conversationRpc.remakeReply, async function* () {
      await Promise.resolve();
      yield* [message, delta, done];
    });
    const by = signIn(gateway.mint);
    const whole = await send(gateway, `POST /v1/sessions/${SESSION}/reply`, { by });
    expect([whole.status, Object.keys((await whole.json()) as object)]).toEqual([201, ['message', 'reply']]);
    const streamed = await send(gateway, `POST /v1/sessions/${SESSION}/reply`, { by, headers: STREAM });
    expect(parseEvents(await streamed.text()).map(({ event }) => event)).toEqual([
      'message',
      'delta',
      'done',
    ]);
  });
});
