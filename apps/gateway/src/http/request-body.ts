import { DomainError } from '@saathi/contracts';
import type { FastifyInstance } from 'fastify';
import { parseJsonBody } from './parse-json-body.js';

export const BODY_LIMIT_BYTES = 256 * 1024;

/** Marks a route whose handler wants the bytes as they came, because somebody signed them. */
export const RAW_BODY = { raw_body: true } as const;

/** Reads JSON bodies; on routes marked with `RAW_BODY` leaves the bytes alone. */
export const readBodies = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
    if (isRaw(request.routeOptions.config)) {
      done(null, bytes);
      return;
    }
    try {
      done(null, parseJsonBody(bytes));
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable body'));
    }
  });
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (isRaw(request.routeOptions.config) || body.length === 0) done(null, body);
    else done(new DomainError('unsupported_media_type', 'Send the body as application/json.'));
  });
};

const isRaw = (config: object): boolean => 'raw_body' in config && config.raw_body === true;
