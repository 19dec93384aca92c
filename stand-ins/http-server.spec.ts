import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { controlRoutes } from './control-routes.js';
import { Faults } from './faults.js';
import { readJsonObject, sendJson, startHttpServer, type RunningServer } from './http-server.js';
import { RequestLog } from './request-log.js';

describe('startHttpServer', () => {
  let server: RunningServer;

  beforeEach(async () => {
    const log = new RequestLog();
    server = await startHttpServer({
      name: 'example',
      host: '127.0.0.1',
      port: 0,
      log,
      describeError: (status, message) => ({ status, message }),
      routes: [
        ...controlRoutes(log, new Faults(['slow'])),
        {
          method: 'POST',
          path: '/things/:id',
          handle: (exchange) => {
            exchange.note({ seen: true });
            sendJson(exchange, 201, { id: exchange.params.id, ...readJsonObject(exchange) });
          },
        },
        { method: 'GET', path: '/never', handle: ({ untilGone }) => untilGone() },
      ],
    });
  });

  afterEach(async () => {
    await server.close();
  });

  const post = (path: string, body: string): Promise<Response> =>
    fetch(server.url + path, { method: 'POST', body, headers: { authorization: 'Bearer secret' } });

  it('hands the parts of the path to the route and says which stand-in it is', async () => {
    const answer = await post('/things/a%20b', '{"size":3}');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-stand-in')).toBe('example');
    expect(await answer.json()).toEqual({ id: 'a b', size: 3 });
  });

  it('writes errors in the shape of the world it stands for', async () => {
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${server.url}/things/1`)).status).toBe(405);
    const broken = await post('/things/1', '{"size":');
    expect(await broken.json()).toEqual({ status: 400, message: 'The body has to be a JSON object.' });
  });

  it('refuses a body of more than a megabyte with an answer, not a broken line', async () => {
    expect((await post('/things/1', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('logs what was asked and what was done, without secrets and without its own controls', async () => {
    await post('/things/1', '{"size":3}');
    await fetch(`${server.url}/health`);
    const log: unknown = await (await fetch(`${server.url}/__log`)).json();
    expect(log).toMatchObject({
      items: [{ method: 'POST', path: '/things/1', body: { size: 3 }, seen: true, status: 201 }],
    });
    expect(JSON.stringify(log)).not.toContain('Bearer secret');
    expect((await fetch(`${server.url}/__log`, { method: 'DELETE' })).status).toBe(204);
    expect(await (await fetch(`${server.url}/__log`)).json()).toEqual({ items: [] });
  });

  it('switches faults on and off', async () => {
    expect((await post('/__faults', '{"mode":"slow","times":1}')).status).toBe(201);
    expect((await post('/__faults', '{"mode":"other"}')).status).toBe(400);
    const shown: unknown = await (await fetch(`${server.url}/__faults`)).json();
    expect(shown).toEqual({ items: [{ mode: 'slow', times: 1 }], modes: ['slow'] });
    expect((await fetch(`${server.url}/__faults`, { method: 'DELETE' })).status).toBe(204);
  });

  it('closes although a client is still waiting', async () => {
    const waiting = fetch(`${server.url}/never`).catch(() => 'broken off');
    // The first request is known to be under way when a later one is answered.
    await fetch(`${server.url}/health`);
    await server.close();
    expect(await waiting).toBe('broken off');
    server = await startHttpServer({
      name: 'example',
      host: '127.0.0.1',
      port: 0,
      log: new RequestLog(),
      describeError: () => ({}),
      routes: [],
    });
  });
});
