import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonRequest, ModelConnection } from './model-connection.js';

let server: Server;
let connection: ModelConnection;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    // In pieces, so that nothing says beforehand how long it is.
    response.write('"');
    if (request.url === '/v1/endless') for (let n = 0; n < 64; n += 1) response.write('x'.repeat(64 * 1024));
    response.end('"');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  connection = new ModelConnection(`http://127.0.0.1:${String(port)}/v1`, 'key');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string): Promise<unknown> =>
  connection.ask(path, jsonRequest({}), AbortSignal.timeout(5000));

describe('an answer that is read whole', () => {
  it('is what was sent', async () => {
    expect(await ask('/short')).toBe('');
  });

  it('is refused when it is too long, also when it does not say how long it is', async () => {
    await expect(ask('/endless')).rejects.toThrow('the answer is too long');
  });
});
