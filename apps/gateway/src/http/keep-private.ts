import type { FastifyInstance } from 'fastify';

/** Keeps what the API says about people out of every cache on the way. */
export const keepPrivate = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/v1/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    done();
  });
};
