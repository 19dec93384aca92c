import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens.js';
import { PUBLIC } from './public.decorator.js';

/** Lets in whoever has a good access token; routes are closed unless they are `@Public`. */
@Injectable()
export class AccessTokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (
      this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
        context.getHandler(),
        context.getClass(),
      ]) === true
    ) {
      return true;
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearerOf(request.headers.authorization);
    if (token === undefined) throw new DomainError('unauthorized');
    const user = await this.tokens.verify(token);
    request.current_user = user;
    request.saathi.user_id = user.user_id;
    return true;
  }
}

const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +([^\s]+)$/i.exec(header ?? '')?.[1];
