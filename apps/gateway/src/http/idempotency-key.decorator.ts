import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import type { FastifyRequest } from 'fastify';

const KEY = /^[\x20-\x7e]{1,255}$/;

/** Hands the handler the `Idempotency-Key`, ready to be spread into a request. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): { idempotency_key?: string } => {
    const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    if (key === undefined) return {};
    if (typeof key === 'string' && KEY.test(key)) return { idempotency_key: key };
    const message = 'Idempotency-Key must be 1 to 255 printable ASCII characters';
    throw new DomainError('validation_failed', message, { errors: [{ path: 'Idempotency-Key', message }] });
  },
);
