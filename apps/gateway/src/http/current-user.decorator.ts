import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';

/** Who is asking, from the access token. */
export interface CurrentUserClaims {
  readonly user_id: string;
  /** The login, that is the device, the token belongs to. */
  readonly login_id: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    current_user?: CurrentUserClaims;
    /** Why the access token that came with the request is not good. */
    refusal?: Error;
  }
}

/** Hands the handler who is asking. Only on routes that are not `@Public`. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentUserClaims => {
    const { current_user } = context.switchToHttp().getRequest<FastifyRequest>();
    if (current_user === undefined) throw new DomainError('unauthorized');
    return current_user;
  },
);
