import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { LEASE_SECONDS, TurnsRepository } from './turns.repository.js';

const RENEWALS_PER_LEASE = 3;

/**
 * The turns this process is working on. Their leases are renewed together, and turns that another
 * process left behind are closed, so that their sessions can go on.
 */
@Injectable()
export class RunningTurns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RunningTurns.name);
  private readonly ours = new Set<string>();
  private readonly task: PeriodicTask;

  constructor(private readonly turns: TurnsRepository) {
    this.task = new PeriodicTask('renew turns', (LEASE_SECONDS * 1000) / RENEWALS_PER_LEASE, () =>
      this.round(),
    );
  }

  add(replyId: string): void {
    this.ours.add(replyId);
  }

  remove(replyId: string): void {
    this.ours.delete(replyId);
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  // Not sooner: while the process finishes its last turns, their leases must go on.
  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  private async round(): Promise<void> {
    if (this.ours.size > 0) await this.turns.renewLeases([...this.ours]);
    const abandoned = await this.turns.failAbandoned();
    if (abandoned > 0) this.log.warn('abandoned turns closed', { turns: abandoned });
  }
}
