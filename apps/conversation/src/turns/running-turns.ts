import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { LiveReply } from './live-reply.js';
import { LEASE_SECONDS, TurnsRepository } from './turns.repository.js';

const RENEWALS_PER_LEASE = 3;
/** A client that lost its connection at the very end still finds the end. */
const KEPT_MS = 10_000;

/**
 * The turns this process is working on. Their leases are renewed together, and turns that another
 * process left behind are closed, so that their sessions can go on.
 */
@Injectable()
export class RunningTurns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RunningTurns.name);
  private readonly ours = new Map<string, LiveReply>();
  private readonly task: PeriodicTask;

  constructor(private readonly turns: TurnsRepository) {
    this.task = new PeriodicTask('renew turns', (LEASE_SECONDS * 1000) / RENEWALS_PER_LEASE, () =>
      this.round(),
    );
  }

  /** Begins a reply of this process. */
  open(replyId: string): LiveReply {
    const reply = new LiveReply(replyId);
    this.ours.set(replyId, reply);
    return reply;
  }

  /** The reply, if it is made by this process or was a moment ago. */
  find(replyId: string): LiveReply | undefined {
    return this.ours.get(replyId);
  }

  /** Ends a reply of this process. */
  close(reply: LiveReply): void {
    reply.end();
    setTimeout(() => this.ours.delete(reply.reply_id), KEPT_MS).unref();
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  // Not sooner: while the process finishes its last turns, their leases must go on.
  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  private async round(): Promise<void> {
    const underWay = [...this.ours.values()].filter(({ isOver }) => !isOver);
    if (underWay.length > 0) await this.turns.renewLeases(underWay.map(({ reply_id }) => reply_id));
    const abandoned = await this.turns.failAbandoned();
    if (abandoned > 0) this.log.warn('abandoned turns closed', { turns: abandoned });
  }
}
