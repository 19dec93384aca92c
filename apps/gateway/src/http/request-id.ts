import { runInContext, type RequestContext } from '@saathi/platform';
import type { FastifyInstance } from 'fastify';
import { v7 as newId } from 'uuid';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log lines and calls of this request carry. */
    saathi: RequestContext;
    /** The code of the problem it was answered with, if it was one. */
    problem_code?: string;
  }
}

const ACCEPTED = /^[A-Za-z0-9_-]{1,64}$/;

/** Accepts or makes `X-Request-Id`, echoes it, and puts it in scope for everything the request does. */
export const openRequestContexts = (fastify: FastifyInstance): void => {
  fastify.decorateRequest('saathi');
  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-request-id'];
    const request_id = typeof given === 'string' && ACCEPTED.test(given) ? given : newId();
    request.saathi = { request_id };
    reply.header('x-request-id', request_id);
    runInContext(request.saathi, done);
  });
  // Reading a body ends in an event of the socket, outside of the context; so it is entered again.
  fastify.addHook('preValidation', (request, _reply, done) => {
    runInContext(request.saathi, done);
  });
};
