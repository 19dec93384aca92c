import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { CallsService } from './calls.service.js';

const LOOK_EVERY_MS = 3000;

/** Finds calls that nobody holds any more, whoever did, and ends them where they were last heard of. */
@Injectable()
export class LostCallsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: PeriodicTask;

  constructor(calls: CallsService) {
    this.task = new PeriodicTask('end lost calls', LOOK_EVERY_MS, () => calls.endLost());
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }
}
