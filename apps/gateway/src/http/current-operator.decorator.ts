import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';

/** Which operator is asking, from their token. */
export interface CurrentOperatorClaims {
  readonly operator_id: string;
  /** The login the token belongs to. */
  readonly login_id: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    current_operator?: CurrentOperatorClaims;
  }
}

/** Hands the handler which operator is asking. Only on routes that are `@ForOperators`. */
export const CurrentOperator = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentOperatorClaims => {
    const { current_operator } = context.switchToHttp().getRequest<FastifyRequest>();
    if (current_operator === undefined) throw new DomainError('unauthorized');
    return current_operator;
  },
);
