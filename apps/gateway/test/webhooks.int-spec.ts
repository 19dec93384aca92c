import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { billingRpc, DomainError, type AcceptWebhookRequest } from '@saathi/contracts';
import { TestNats } from '@saathi/testing';
import { randomBytes } from 'node:crypto';
import { codeOf, send, startGateway, type RequestParts, type RunningGateway } from './running-gateway.js';

let nats: TestNats;
let gateway: RunningGateway;
let taken: AcceptWebhookRequest | undefined;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
  gateway.services.answer(billingRpc.acceptWebhook, (request) => {
    taken = request;
    return { ok: true };
  });
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

const post = (parts: RequestParts): Promise<Response> => {
  taken = undefined;
  return send(gateway, 'POST /v1/webhooks/cashfree', parts);
};

describe('a webhook', () => {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['JSON with its own spacing and numbers', bytes('{ "data" : {"amount": 170.00} }\n')],
    ['JSON with what a client may not send', bytes('{"__proto__": "\\u0000"}')],
    ['no JSON', bytes('hello')],
    ['no UTF-8', Uint8Array.from(randomBytes(1000))],
    ['deeply nested brackets', bytes('['.repeat(50_000))],
    ['nothing at all', new Uint8Array()],
  ])('is handed on byte for byte when it is %s', async (_what, body) => {
    const answer = await post({ body });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect(Buffer.from(taken?.raw_body_base64 ?? '?', 'base64').equals(body)).toBe(true);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/octet-stream'])(
    'is handed on as %s',
    async (type) => {
      await post({ body: '{"a": 1.0}', headers: { 'content-type': type } });
      expect(taken?.raw_body_base64).toBe(Buffer.from('{"a": 1.0}').toString('base64'));
    },
  );

  it('is handed on with the headers that sign it', async () => {
    await post({
      body: '{}',
      headers: {
        'x-webhook-signature': 'sig',
        'x-webhook-timestamp': '1746427759733',
        'x-webhook-version': '2025-01-01',
        'x-webhook-attempt': '2',
      },
    });
    expect(taken).toMatchObject({
      signature: 'sig',
      timestamp: '1746427759733',
      version: '2025-01-01',
      attempt: '2',
    });
  });

  it('is handed on without them too: billing refuses it', async () => {
    await post({ body: '{}' });
    expect(taken).toMatchObject({ signature: null, timestamp: null, version: null, attempt: null });
  });

  it('with a header of 5000 characters is for billing to refuse as well', async () => {
    await post({ body: '{}', headers: { 'x-webhook-signature': 'x'.repeat(5000) } });
    expect(taken?.signature).toHaveLength(512);
  });

  it('is refused when it is larger than 256 KiB', async () => {
    const answer = await post({ body: 'x'.repeat(256 * 1024 + 1) });
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'body_too_large']);
    expect(taken).toBeUndefined();
  });

  it('of 256 KiB is handed on', async () => {
    await post({ body: 'x'.repeat(256 * 1024) });
    expect(taken?.raw_body_base64).toHaveLength(Math.ceil((256 * 1024) / 3) * 4);
  });
});

describe('what billing answers to a webhook', () => {
  it.each([
    ['signature_invalid', 401],
    ['stale_timestamp', 401],
    ['service_unavailable', 503],
  ] as const)('%s goes out as %i', async (code, status) => {
    gateway.services.answer(billingRpc.acceptWebhook, () => {
      throw new DomainError(code);
    });
    const answer = await post({ body: '{}' });
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
  });
});
