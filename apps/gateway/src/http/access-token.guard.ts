import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';
import { PUBLIC } from './public.decorator.js';

/** Lets in whoever was found to have a good access token; routes are closed unless they are `@Public`. */
@Injectable()
export class AccessTokenGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    const { current_user, refusal } = context.switchToHttp().getRequest<FastifyRequest>();
    if (current_user === undefined) throw refusal ?? new DomainError('unauthorized');
    return true;
  }
}
