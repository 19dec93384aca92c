import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { authRpc, DomainError } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import type { FastifyRequest } from 'fastify';
import { FOR_OPERATORS } from './for-operators.decorator.js';
import { PUBLIC } from './public.decorator.js';

/**
 * Lets in whoever was found to have a good access token; routes are closed unless they are `@Public`. A person's
 * token opens what is for people, an operator's what is `@ForOperators`, and neither the other.
 */
@Injectable()
export class AccessTokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rpc: RpcClient,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.isMarked(context, PUBLIC)) return true;
    const { current_user, current_operator, refusal } = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.isMarked(context, FOR_OPERATORS)) {
      if (current_operator === undefined) throw refusal ?? new DomainError('unauthorized');
      await this.rpc.call(authRpc.admitOperator, current_operator);
    } else if (current_user === undefined) throw refusal ?? new DomainError('unauthorized');
    return true;
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(mark, targets) === true;
  }
}
