import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { OpenStreams } from '../http/open-streams.js';
import { UpdatesService } from './updates.service.js';

@Controller('v1/me/events')
export class UpdatesController {
  constructor(
    private readonly updates: UpdatesService,
    private readonly streams: OpenStreams,
  ) {}

  /** What changes for the person, as it happens. `Last-Event-ID` brings what was missed. */
  @Get()
  async open(
    @CurrentUser() user: CurrentUserClaims,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) : undefined;
    await this.updates.open(user, this.streams.open(reply, user), after);
  }
}
