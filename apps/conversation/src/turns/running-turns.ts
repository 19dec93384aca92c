import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { LiveReply } from './live-reply.js';
import { SurvivalRepository } from './survival.repository.js';
import type { Attempt } from './turns.repository.js';

/** At most this much of a stream is lost with its process. */
const SAVE_EVERY_MS = 1000;
/** Until the first words are written down nobody can know that there were any. */
const FIRST_SAVE_MS = 100;
/** A client that lost its connection at the very end still finds the end. */
const KEPT_MS = 10_000;

/**
 * The turns this process is working on. Together they renew their leases and write down what was said so
 * far; one that has fallen into other hands, or whose session has ended, is stopped.
 */
@Injectable()
export class RunningTurns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RunningTurns.name);
  private readonly ours = new Map<string, LiveReply>();
  /** How much of each reply is written down, in characters. */
  private readonly saved = new WeakMap<LiveReply, number>();
  private readonly task = new PeriodicTask('save turns', SAVE_EVERY_MS, () => this.save(this.underWay()));
  private firstSave: NodeJS.Timeout | undefined;

  constructor(private readonly survival: SurvivalRepository) {}

  /** Begins a reply of this process. */
  open({ reply_id, attempt }: Attempt, sessionId: string): LiveReply {
    const reply = new LiveReply(reply_id, attempt, sessionId);
    this.ours.set(reply_id, reply);
    return reply;
  }

  /** The reply, if it is made by this process or was a moment ago. */
  find(replyId: string): LiveReply | undefined {
    return this.ours.get(replyId);
  }

  /** Whether this process is making the reply. */
  holds(replyId: string): boolean {
    return this.ours.get(replyId)?.isOver === false;
  }

  /** The first words of a reply of this process were said. */
  began(): void {
    this.firstSave ??= setTimeout(() => {
      this.firstSave = undefined;
      this.saveBeginnings().catch((error: unknown) => {
        this.log.warn('first words could not be written down', {}, error);
      });
    }, FIRST_SAVE_MS);
  }

  /** Stops what is being said in a session by this process. Resolves when it is stored. */
  async stopIn(sessionId: string): Promise<void> {
    await Promise.all(
      this.underWay().flatMap((reply) => (reply.session_id === sessionId ? [reply.stop()] : [])),
    );
  }

  /** Ends a reply of this process. */
  close(reply: LiveReply): void {
    reply.end();
    setTimeout(() => {
      // Meanwhile the reply may have been taken up again.
      if (this.ours.get(reply.reply_id) === reply) this.ours.delete(reply.reply_id);
    }, KEPT_MS).unref();
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  // Not sooner: while the process finishes its last turns, their leases must go on.
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.firstSave);
    await this.task.stop();
  }

  private underWay(): LiveReply[] {
    return [...this.ours.values()].filter(({ isOver }) => !isOver);
  }

  private async saveBeginnings(): Promise<void> {
    await this.save(this.underWay().filter((reply) => reply.text !== '' && !this.saved.has(reply)));
  }

  private async save(replies: readonly LiveReply[]): Promise<void> {
    if (replies.length === 0) return;
    const lengths = replies.map(({ text }) => text.length);
    const held = await this.survival.save(
      replies.map((reply, index) => ({
        reply_id: reply.reply_id,
        attempt: reply.attempt,
        text: lengths[index] === (this.saved.get(reply) ?? 0) ? null : reply.text,
      })),
    );
    const standing = new Map(held.map(({ reply_id, session_ended }) => [reply_id, session_ended]));
    replies.forEach((reply, index) => {
      this.saved.set(reply, lengths[index] ?? 0);
      if (standing.get(reply.reply_id) !== false) reply.abort();
    });
  }
}
