import type { FastifyInstance } from 'fastify';

const ANSWER_LIMIT_MS = 10_000;

/**
 * Lets a gateway that is told to end answer what it has taken, and then hang up on everybody. Node by
 * itself would wait for connections on which nothing was asked yet, and browsers keep such in stock.
 */
export const leavePolitely = (fastify: FastifyInstance): void => {
  let asked = 0;
  let allAnswered: () => void = () => undefined;
  fastify.addHook('onRequest', (_request, reply, done) => {
    asked += 1;
    // Not onResponse: that never comes for a client who has gone.
    reply.raw.once('close', () => {
      asked -= 1;
      if (asked === 0) allAnswered();
    });
    done();
  });
  fastify.addHook('preClose', (done) => {
    const hangUp = (): void => {
      clearTimeout(limit);
      fastify.server.closeAllConnections();
    };
    const limit = setTimeout(hangUp, ANSWER_LIMIT_MS);
    allAnswered = hangUp;
    if (asked === 0) setImmediate(hangUp);
    done();
  });
};
