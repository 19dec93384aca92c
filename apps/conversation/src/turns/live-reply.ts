import type { ReplyChunk, ReplyFrame } from '@saathi/contracts';

/** A reply that this process is making: its frames so far, for whoever joins, and the way to stop it. */
export class LiveReply {
  /** What was said so far: all deltas together. */
  text = '';
  private readonly frames: ReplyFrame[] = [];
  private readonly stopping = new AbortController();
  private outcome: { readonly error: Error | undefined } | undefined;
  private readonly readers = new Set<() => void>();

  constructor(
    readonly reply_id: string,
    readonly attempt: number,
    readonly session_id: string,
  ) {}

  /** Aborted when somebody wants the reply to end as it is. */
  get stopSignal(): AbortSignal {
    return this.stopping.signal;
  }

  get isOver(): boolean {
    return this.outcome !== undefined;
  }

  add(frame: ReplyFrame): void {
    this.frames.push(frame);
    if (frame.event === 'delta') this.text += frame.data.text;
    this.wakeReaders();
  }

  /** Nothing follows. The first end counts. @param error what everybody who reads is told, if it went wrong */
  end(error?: Error): void {
    this.outcome ??= { error };
    this.wakeReaders();
  }

  /** Lets the reply end as it is. */
  abort(): void {
    this.stopping.abort();
  }

  /** Stops the reply. Resolves when what was said so far is stored. */
  async stop(): Promise<void> {
    this.abort();
    while (!this.isOver) await this.nextChange();
  }

  /** The frames after the one with this number, then as they come. @throws what the reply failed with */
  async *follow(after: number): AsyncGenerator<ReplyChunk, void, undefined> {
    let id = after;
    for (;;) {
      const frame = this.frames[id];
      if (frame !== undefined) {
        id += 1;
        yield { id, frame };
      } else if (this.outcome === undefined) {
        await this.nextChange();
      } else {
        if (this.outcome.error !== undefined) throw this.outcome.error;
        return;
      }
    }
  }

  private nextChange(): Promise<void> {
    return new Promise((resolve) => this.readers.add(resolve));
  }

  private wakeReaders(): void {
    for (const wake of this.readers) wake();
    this.readers.clear();
  }
}
