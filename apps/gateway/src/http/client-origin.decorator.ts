import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ClientOrigin } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';
import { clientAddress } from './client-address.js';

const MAX_USER_AGENT = 512;

/** Hands the handler where the request came from. */
export const Origin = createParamDecorator((_: unknown, context: ExecutionContext): ClientOrigin => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const user_agent = headers['user-agent']?.slice(0, MAX_USER_AGENT);
  return { client_ip: clientAddress(ip), ...(user_agent === undefined ? {} : { user_agent }) };
});
