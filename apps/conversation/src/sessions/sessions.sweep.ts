import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { ConversationConfig } from '../conversation.config.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

/** Ends idle sessions and forgets old idempotency keys. */
@Injectable()
export class SessionsSweep extends Sweep {
  constructor(
    sessions: SessionsService,
    repository: SessionsRepository,
    { SWEEP_INTERVAL_SECONDS }: ConversationConfig,
  ) {
    super('end idle sessions', SWEEP_INTERVAL_SECONDS, async () => {
      await sessions.endIdle();
      await repository.deleteOldKeys();
    });
  }
}
