import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Health } from './health.js';
import { OperationsServer } from './operations-server.js';

let health: Health;
let server: OperationsServer;
let url: string;

beforeEach(async () => {
  health = new Health();
  server = new OperationsServer(health);
  url = `http://127.0.0.1:${String(await server.listen(0))}`;
});

afterEach(() => server.onApplicationShutdown());

const get = async (path: string): Promise<[status: number, body: unknown]> => {
  const answer = await fetch(url + path);
  return [answer.status, await answer.json()];
};

describe('the operations side of a service', () => {
  it('says that it lives, even when it cannot work', async () => {
    health.add('postgres', () => Promise.reject(new Error('away')));
    expect(await get('/health/live')).toEqual([200, { status: 'ok' }]);
  });

  it('says that it is ready', async () => {
    expect(await get('/health/ready')).toEqual([200, { status: 'ok' }]);
  });

  it('says which part keeps it from being ready', async () => {
    health.add('postgres', () => Promise.reject(new Error('away')));
    expect(await get('/health/ready')).toEqual([503, { status: 'failing', failing: ['postgres'] }]);
  });

  it('shows its counters to Prometheus', async () => {
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('process_cpu_seconds_total');
  });

  it.each(['/', '/health', '/health/live/x', '/metrics/../x'])('has nothing at %s', async (path) => {
    expect(await get(path)).toEqual([404, { status: 'not found' }]);
  });

  it('ends though a client is connected', async () => {
    await get('/health/live');
    await server.onApplicationShutdown();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('rejects a port that is taken', async () => {
    const other = new OperationsServer(health);
    await expect(other.listen(Number(new URL(url).port))).rejects.toThrow('EADDRINUSE');
  });
});
