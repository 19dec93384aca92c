import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pagePolicy } from '../src/web-client/page-policy.js';
import { serveWebClient } from '../src/web-client/serve-web-client.js';

const folder = mkdtempSync(join(tmpdir(), 'saathi-web-'));
const policy = pagePolicy('http://localhost:3012/cashfree.js');
let server: FastifyInstance;

const serve = async (files: string): Promise<FastifyInstance> => {
  const made = fastify();
  await serveWebClient(made, { folder: files, policy });
  await made.listen({ port: 0, host: '127.0.0.1' });
  return made;
};

const get = (path: string, headers: Record<string, string> = {}, from = server): Promise<Response> =>
  fetch(`${from.listeningOrigin}${path}`, { headers });

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>साथी</title>');
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, '.stamp'), 'of the build');
  writeFileSync(join(folder, 'assets/index-1.js'), 'plain');
  writeFileSync(join(folder, 'assets/index-1.js.gz'), gzipSync('plain'));
  server = await serve(folder);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the web client', () => {
  it.each(['/', '/chat/018f3b1e-0000-7000-8000-000000000000', '/summary', '/admin'])(
    'is the same page under %s, asked for anew each time and without inline scripts',
    async (path) => {
      const answer = await get(path);
      expect(await answer.text()).toBe('<title>साथी</title>');
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toBe(policy);
    },
  );

  it('lets its files be kept for ever, since their names tell their content', async () => {
    const answer = await get('/assets/index-1.js');
    expect(await answer.text()).toBe('plain');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('sends the copy that is compressed already to those who take it', async () => {
    const { headers } = await get('/assets/index-1.js', { 'accept-encoding': 'gzip' });
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('content-type')).toContain('javascript');
  });

  it('lets its worker ask this very server, and be renewed', async () => {
    const { headers } = await get('/sw.js');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  it.each(['/nope', '/chat', '/assets/none.js', '/.stamp', '/assets/%2e%2e/.stamp', '/index.html'])(
    'has nothing under %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('says so when it is not built', async () => {
    const bare = await serve(join(folder, 'nowhere'));
    expect(await (await get('/', {}, bare)).text()).toContain('npm start');
    await bare.close();
  });
});
