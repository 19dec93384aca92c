import { Logger } from '@nestjs/common';
import { httpRequestSeconds } from '@saathi/platform';
import type { FastifyInstance } from 'fastify';

/** One log line and one measurement per answer. The route is its pattern, never the address with its ids. */
export const recordAnswers = (fastify: FastifyInstance): void => {
  const log = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const status = reply.statusCode;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    httpRequestSeconds.observe({ route, method, status }, ms / 1000);
    const code = request.problem_code;
    log.log('request answered', { ...request.saathi, method, route, status, code, ms });
    done();
  });
};
