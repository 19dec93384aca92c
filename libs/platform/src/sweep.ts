import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from './periodic-task.js';

/** A search for rows whose time has come, made again and again as long as the process lives. */
export abstract class Sweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: PeriodicTask;

  /** @param name for the log, when a round fails */
  constructor(name: string, everySeconds: number, round: () => Promise<void>) {
    this.task = new PeriodicTask(name, everySeconds * 1000, round);
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }
}
