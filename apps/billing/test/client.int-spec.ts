import { afterEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@saathi/platform';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { BillingConfig } from '../src/billing.config.js';
import { CashfreeClient } from '../src/cashfree/cashfree.client.js';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A client of a server that answers as a test says. */
const clientOf = async (answer: RequestListener): Promise<CashfreeClient> => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return new CashfreeClient(
    loadConfig(BillingConfig, {
      DATABASE_URL: 'postgres://unused',
      NATS_URL: 'nats://unused',
      CASHFREE_BASE_URL: `http://127.0.0.1:${String(port)}/pg`,
      CASHFREE_CLIENT_ID: 'id',
      CASHFREE_CLIENT_SECRET: 'secret',
      CASHFREE_WEBHOOK_SECRETS: 'secret',
    }),
  );
};

const READ = { call: 'get_order', method: 'GET', path: '/orders/o' } as const;
const WRITE = { call: 'create_order', method: 'POST', path: '/orders', body: { order_id: 'o' } } as const;

describe('the client of Cashfree', () => {
  it('sends what Cashfree wants to see', async () => {
    let seen: object = {};
    const client = await clientOf((request, response) => {
      seen = request.headers;
      response.end('{}');
    });
    await client.ask({ ...WRITE, idempotency_key: 'key' });
    expect(seen).toMatchObject({
      'x-client-id': 'id',
      'x-client-secret': 'secret',
      'x-api-version': '2025-01-01',
      'x-idempotency-key': 'key',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'content-type': 'application/json',
    });
  });

  it('follows nobody elsewhere, and takes no secret along', async () => {
    let visits = 0;
    const elsewhere = createServer(() => (visits += 1)).listen(0, '127.0.0.1');
    servers.push(elsewhere);
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const location = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/`;
    const client = await clientOf((_request, response) => response.writeHead(307, { location }).end());
    await expect(client.ask(READ)).rejects.toMatchObject({ status: 0 });
    expect(visits).toBe(0);
  });

  it.each([
    ['no JSON', (response: { end(text: string): unknown }) => response.end('<html>')],
    ['half of it', (response: { end(text: string): unknown }) => response.end('{"a":')],
    ['far too much', (response: { end(text: string): unknown }) => response.end(`"${'x'.repeat(600_000)}"`)],
  ])('takes %s for a failure', async (_what, answer) => {
    const client = await clientOf((_request, response) => answer(response));
    await expect(client.ask(READ)).rejects.toMatchObject({ type: 'unreadable', status: 200 });
  });

  it.each([
    [500, 3],
    [503, 3],
    [429, 3],
    [409, 3],
    [400, 1],
    [401, 1],
    [404, 1],
  ])('asks again after %i: %i times in all', async (status, times) => {
    let asked = 0;
    const client = await clientOf((_request, response) => {
      asked += 1;
      response
        .writeHead(status)
        .end(JSON.stringify({ code: 'some_code', type: 'some_error', message: 'asha@b.test' }));
    });
    const failure = client.ask(READ);
    await expect(failure).rejects.toMatchObject({ status, code: 'some_code', type: 'some_error' });
    // What Cashfree says may quote what it was sent.
    await expect(failure).rejects.not.toThrow('asha');
    expect(asked).toBe(times);
  });

  it('does not wait for as long as it is told when somebody waits for it', async () => {
    let asked = 0;
    const client = await clientOf((_request, response) => {
      asked += 1;
      response.writeHead(429, { 'x-ratelimit-retry': '30' }).end('{}');
    });
    await expect(client.ask(READ)).rejects.toMatchObject({ status: 429, retry_after_ms: 30_000 });
    expect(asked).toBe(1);
  });

  it('never repeats what could be done twice', async () => {
    let asked = 0;
    const client = await clientOf((_request, response) => {
      asked += 1;
      response.writeHead(500).end('{}');
    });
    await expect(client.ask(WRITE)).rejects.toMatchObject({ status: 500 });
    expect(asked).toBe(1);
  });

  it('keeps below the limit of Cashfree by itself', async () => {
    let asked = 0;
    const client = await clientOf((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, () => client.ask({ ...READ, call: 'get_refund' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(35);
    expect(asked).toBeLessThan(35);
    expect(answers.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'own_limit' } });
  });
});
