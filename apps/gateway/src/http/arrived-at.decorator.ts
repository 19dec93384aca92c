import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Hands the handler when the request arrived, as an ISO instant. */
export const ArrivedAt = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { elapsedTime } = context.switchToHttp().getResponse<FastifyReply>();
  return new Date(Date.now() - elapsedTime).toISOString();
});
