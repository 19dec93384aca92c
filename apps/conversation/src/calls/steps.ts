import { Logger } from '@nestjs/common';
import { isOutage } from '@saathi/platform';
import { setTimeout as pause } from 'node:timers/promises';

const TRY_AGAIN_MS = 300;

/** What is done on a call one after the other, and again for as long as a part of the service is away. */
export class Steps {
  private readonly log = new Logger(Steps.name);
  private work: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly callId: string) {}

  /** Resolves when it was done, or will not be. */
  add(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(() => this.take(step));
    return this.work;
  }

  stop(): void {
    this.isStopped = true;
  }

  private async take(step: () => Promise<void>): Promise<void> {
    while (!this.isStopped) {
      try {
        await step();
        return;
      } catch (error) {
        this.log.warn('a step of a call failed', { call_id: this.callId }, error);
        if (!isOutage(error)) return;
        await pause(TRY_AGAIN_MS);
      }
    }
  }
}
