import { Logger } from '@nestjs/common';

/** Runs a task again and again, never twice at once. A failed round is logged and the next one comes. */
export class PeriodicTask {
  private readonly log = new Logger(PeriodicTask.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly intervalMs: number,
    private readonly task: () => Promise<void>,
  ) {}

  /** The first round comes at once. */
  start(): void {
    this.running = this.round();
  }

  /** Waits for the round that is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.task();
    } catch (error) {
      this.log.warn('periodic task failed', { task: this.name }, error);
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, this.intervalMs);
  }
}
