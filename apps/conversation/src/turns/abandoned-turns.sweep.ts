import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { RescueService } from './rescue.service.js';

const LOOK_EVERY_MS = 1000;

/** Finds replies that nobody makes any more, whoever made them, so that their sessions can go on. */
@Injectable()
export class AbandonedTurnsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: PeriodicTask;

  constructor(rescue: RescueService) {
    this.task = new PeriodicTask('rescue abandoned turns', LOOK_EVERY_MS, () => rescue.rescueAbandoned());
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }
}
