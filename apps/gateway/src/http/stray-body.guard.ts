import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DomainError } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';

/** How Nest marks the parameter of a handler that takes the body: `3:<index>`. */
const BODY_PARAMETER = /^3:/;

/** A body of any other method means nothing by itself (RFC 9110, 9.3), and nobody who sends one expects it to. */
const METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** Refuses a body on a route that takes none: whoever sends one expects it to mean something. */
@Injectable()
export class StrayBodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body, method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (isNothing(body) || !METHODS.has(method) || takesBody(context)) return true;
    throw new DomainError('validation_failed', 'This route takes no body.', {
      errors: [{ path: '', message: 'no body is expected' }],
    });
  }
}

const isNothing = (body: unknown): boolean =>
  body === undefined ||
  (typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0);

const takesBody = (context: ExecutionContext): boolean => {
  const parameters: unknown = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  );
  return (
    typeof parameters === 'object' &&
    parameters !== null &&
    Object.keys(parameters).some((key) => BODY_PARAMETER.test(key))
  );
};
