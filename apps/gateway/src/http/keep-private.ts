import type { FastifyInstance } from 'fastify';

/** Keeps what the API says about people out of every cache on the way. */
export const keepPrivate = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    // By the route, not by the address: that may be written in many ways.
    if (request.routeOptions.url?.startsWith('/v1/') === true && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    done();
  });
};
