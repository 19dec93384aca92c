import { DomainError } from '@saathi/contracts';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** An address that no route has. */
const NOWHERE = '/undecodable';

/**
 * Leads an address that cannot be decoded (`/%zz`) past the router, which would answer it by itself: without
 * hooks, so without a request id and the security headers.
 */
export const leadPastRouter = ({ url = '/' }: IncomingMessage): string => (isDecodable(url) ? url : NOWHERE);

/** Refuses what was led past the router, once every hook has done its part. */
export const refuseUndecodable = (fastify: FastifyInstance): void => {
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (isDecodable(request.originalUrl)) done();
    else done(new DomainError('validation_failed', 'The address of the request cannot be read.'));
  });
};

const isDecodable = (url: string): boolean => {
  try {
    decodeURI(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
};
