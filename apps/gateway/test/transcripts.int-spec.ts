import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc, DomainError, type MessageView, type TranscriptView } from '@saathi/contracts';
import { connect } from '@nats-io/transport-node';
import { eventually, TestNats } from '@saathi/testing';
import { EventEmitter, once } from 'node:events';
import {
  codeOf,
  send,
  signIn,
  startGateway,
  type RequestParts,
  type RunningGateway,
} from './running-gateway.js';

const SESSION = '00000000-0000-7000-8000-000000000001';

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

const head = { session_id: SESSION, started_at: '2026-01-01T00:00:00.000Z', ended_at: null };

const said = (role: 'user' | 'ai', text: string): MessageView => ({
  id: SESSION,
  session_id: SESSION,
  role,
  tag: 'general',
  text,
  created_at: '2026-01-01T10:00:00.000Z',
});

const part = (...messages: MessageView[]): TranscriptView => ({ ...head, messages });

const answerWith = (parts: TranscriptView[], failure?: Error): void => {
  gateway.services.stream(conversationRpc.getTranscript, async function* () {
    yield* parts;
    await Promise.resolve();
    if (failure !== undefined) throw failure;
  });
};

const ask = (parts: RequestParts = {}): Promise<Response> =>
  send(gateway, `GET /v1/sessions/${SESSION}/transcript`, { by: signIn(gateway.mint), ...parts });

const PARTS = [part(said('user', 'नमस्ते\nजी')), part(said('ai', 'Hi'))];

describe('a transcript', () => {
  it.each([undefined, '*/*', 'application/json', 'text/html', 'text/plain;q=0'])(
    'is a JSON document for a client that accepts %s',
    async (accept) => {
      answerWith(PARTS);
      const answer = await ask(accept === undefined ? {} : { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'application/json; charset=utf-8',
      ]);
      expect(await answer.json()).toEqual({ ...head, messages: PARTS.flatMap(({ messages }) => messages) });
    },
  );

  it('is a text for a client that asks for one', async () => {
    answerWith(PARTS);
    const answer = await ask({ headers: { accept: 'text/plain, application/json;q=0.5' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(await answer.text()).toBe(
      '[2026-01-01T10:00:00.000Z] You: नमस्ते\n    जी\n[2026-01-01T10:00:00.000Z] Saathi: Hi\n',
    );
  });

  it('is kept by nobody on the way', async () => {
    answerWith(PARTS);
    expect((await ask()).headers.get('cache-control')).toContain('no-store');
  });

  it.each(['application/json', 'text/plain'])('of no session is a problem (%s)', async (accept) => {
    answerWith([], new DomainError('not_found'));
    const answer = await ask({ headers: { accept } });
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
  });

  it.each(['application/json', 'text/plain'])(
    'that breaks half-way is broken off, so that nobody takes it for whole (%s)',
    async (accept) => {
      answerWith(PARTS, new DomainError('service_unavailable'));
      // With `connection: close` this client takes the end of the connection for the end of the answer.
      const headers = { accept, connection: 'keep-alive' };
      await expect((async () => (await ask({ headers })).text())()).rejects.toThrow();
    },
  );

  it('is not read any further when its reader leaves', async () => {
    const service = await connect({ servers: nats.url });
    const steps = new EventEmitter();
    service.subscribe('stop.conversation', { callback: () => void steps.emit('told to stop') });
    await service.flush();
    let wasStopped = false;
    gateway.services.stream(conversationRpc.getTranscript, async function* () {
      const told = once(steps, 'told to stop');
      yield part(said('user', 'a'));
      await told;
      wasStopped = true;
    });
    const leaving = new AbortController();
    await ask({ signal: leaving.signal });
    leaving.abort();
    await eventually(() => {
      expect(wasStopped).toBe(true);
    });
    await service.close();
  });

  it('is asked for in the name of the person', async () => {
    answerWith(PARTS);
    const by = signIn(gateway.mint);
    await (await ask({ by })).text();
    expect(gateway.services.asked.at(-1)).toEqual({
      subject: 'rpc.conversation.get_transcript',
      request: { user_id: by.user_id, id: SESSION },
    });
  });
});
