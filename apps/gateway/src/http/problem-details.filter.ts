import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { toProblem, type ProblemDetails } from './problem-details.js';

/** Statuses of what may be over soon, and how soon a client may look again. */
const MAY_PASS: ReadonlySet<number> = new Set([502, 503]);
const RETRY_SECONDS = 2;

/** Any error becomes `application/problem+json`. */
@Catch()
@Injectable()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemDetailsFilter.name);

  constructor(private readonly config: GatewayConfig) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.describe(error, http.getRequest<FastifyRequest>());
    const retryAfter = problem['retry_after'] ?? (MAY_PASS.has(problem.status) ? RETRY_SECONDS : undefined);
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    if (problem.code === 'unauthorized') reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }

  /** The problem document of an error, logged if a human should look. */
  describe(error: unknown, request: FastifyRequest): ProblemDetails {
    const problem = toProblem(error, {
      base_url: this.config.PUBLIC_BASE_URL,
      instance: request.originalUrl.split('?', 1)[0] ?? '',
      request_id: request.saathi.request_id,
    });
    request.problem_code = problem.code;
    // An `internal` that came over NATS was logged where it arose; this one arose here.
    if (problem.code === 'internal' && !isRelayed(error)) this.log.error('request failed', {}, error);
    return problem;
  }
}

const isRelayed = (error: unknown): boolean => error instanceof Error && error.name === 'DomainError';
