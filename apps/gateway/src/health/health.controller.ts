import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import { Health, metrics } from '@saathi/platform';
import type { FastifyReply } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { Public } from '../http/public.decorator.js';
import { mayReadCounters } from './may-read-counters.js';

@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly config: GatewayConfig,
  ) {}

  /** The process runs. */
  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can do its work. Why it cannot is not for the outside. */
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const failing = await this.health.failing();
    await reply
      .status(failing.length === 0 ? 200 : 503)
      .send({ status: failing.length === 0 ? 'ok' : 'failing' });
  }

  /** Counters for Prometheus. @throws DomainError `not_found` to whom they are not for */
  @Get('metrics')
  @Header('content-type', metrics.contentType)
  metrics(@Headers('authorization') authorization?: string): Promise<string> {
    if (!mayReadCounters(this.config, authorization)) throw new DomainError('not_found');
    return metrics.metrics();
  }
}
