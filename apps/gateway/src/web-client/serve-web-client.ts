import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SCREENS } from './screens.js';

/** Files beside the page whose names never change, so that they are asked for anew each time. */
const FIXED = ['/manifest.webmanifest', '/favicon.svg', '/icon-192.png', '/icon-512.png', '/icon-apple.png'];
/** The name of such a file tells its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_ANEW = 'no-cache';

const NOT_BUILT = `<!doctype html><html lang="hi"><meta charset="utf-8"><title>साथी · Saathi</title>
<p>साथी चल रहा है। <span lang="en">Saathi is running, without its web client: <code>npm start</code> builds it.
<a href="/docs">The API</a>.</span></p></html>`;

export interface WebClientParts {
  /** Where `apps/web` was built to. */
  readonly folder: string;
  /** The content security policy of the page. */
  readonly policy: string;
}

/** Serves the web client: its page under the address of each screen, and the files that the page needs. */
export const serveWebClient = async (
  fastify: FastifyInstance,
  { folder, policy }: WebClientParts,
): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) {
    fastify.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(NOT_BUILT));
    return;
  }
  const assets = join(folder, 'assets');
  await fastify.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', path.startsWith(assets) ? FOR_EVER : ASK_ANEW);
    },
  });
  const send = (reply: FastifyReply, file: string): FastifyReply => reply.sendFile(file, folder);
  for (const screen of SCREENS) {
    fastify.get(screen, (_request, reply) =>
      send(
        reply
          .header('content-security-policy', policy)
          .header('permissions-policy', 'microphone=(self), camera=(), geolocation=()'),
        'index.html',
      ),
    );
  }
  for (const file of FIXED) fastify.get(file, (_request, reply) => send(reply, file.slice(1)));
  // The policy of a worker is that of its own file.
  fastify.get('/sw.js', (_request, reply) =>
    send(reply.header('content-security-policy', "default-src 'self'"), 'sw.js'),
  );
};
