import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const VIEWER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Serves the viewer of the API document from our own origin. */
export const serveDocsAssets = async (gateway: NestFastifyApplication): Promise<void> => {
  await gateway.register(fastifyStatic, {
    root: VIEWER,
    prefix: '/docs/assets/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => /\.(css|js|png)$/.test(path),
    maxAge: '1d',
  });
};
