import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { ConversationConfig } from '../conversation.config.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

/** Ends idle sessions and forgets old idempotency keys. */
@Injectable()
export class SessionsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: PeriodicTask;

  constructor(sessions: SessionsService, repository: SessionsRepository, config: ConversationConfig) {
    this.task = new PeriodicTask('end idle sessions', config.SWEEP_INTERVAL_SECONDS * 1000, async () => {
      await sessions.endIdle();
      await repository.deleteOldKeys();
    });
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }
}
