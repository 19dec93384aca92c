import { Controller, Get, Header, Res } from '@nestjs/common';
import { Health, metrics } from '@saathi/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/public.decorator.js';

@Public()
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

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

  /** Counters for Prometheus. */
  @Get('metrics')
  @Header('content-type', metrics.contentType)
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}
