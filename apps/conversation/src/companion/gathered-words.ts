import type { Readable } from 'node:stream';
import { ModelFailure } from './model-failure.js';

/** Words that come within this time are handed on together: faster than anybody reads, and a third of the work. */
const GATHER_MS = 50;

/**
 * Reads what comes over a connection and hands on the words in it: the first at once, the others gathered. Per packet
 * of the model only the packet is read; everything behind it wakes once for what was gathered.
 */
export class GatheredWords {
  private words = '';
  private isOver = false;
  private failure: { readonly error: unknown } | undefined;
  private lastAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private wake: (() => void) | undefined;

  /** @param read the words in what came; what it throws ends the reading */
  constructor(
    private readonly source: Readable,
    read: (bytes: Uint8Array) => string,
  ) {
    source.on('data', (bytes: Uint8Array) => {
      if (this.isOver) return;
      try {
        this.words += read(bytes);
      } catch (error) {
        this.end({ error });
      }
      if (this.words !== '') this.handOnSoon();
    });
    source.on('end', () => {
      this.end();
    });
    source.on('error', (error) => {
      this.end({ error });
    });
    source.on('close', () => {
      if (!this.isOver) this.end({ error: new ModelFailure('broken', 'the connection was closed') });
    });
  }

  /** What was gathered. @returns undefined at the end @throws what the connection, or the reading, ended with */
  async next(): Promise<string | undefined> {
    while (!this.isReady) {
      if (this.words !== '') this.handOnSoon();
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.words === '') {
      if (this.failure !== undefined) throw this.failure.error;
      return undefined;
    }
    const { words } = this;
    this.words = '';
    this.lastAt = performance.now();
    return words;
  }

  /** Ends the connection. */
  close(): void {
    clearTimeout(this.timer);
    this.source.destroy();
  }

  private get isReady(): boolean {
    return this.isOver || (this.words !== '' && performance.now() - this.lastAt >= GATHER_MS);
  }

  private handOnSoon(): void {
    if (this.isReady) this.handOn();
    else
      this.timer ??= setTimeout(
        () => {
          this.timer = undefined;
          this.handOn();
        },
        GATHER_MS - (performance.now() - this.lastAt),
      );
  }

  private handOn(): void {
    this.wake?.();
    this.wake = undefined;
  }

  private end(failure?: { readonly error: unknown }): void {
    if (this.isOver) return;
    this.isOver = true;
    this.failure = failure;
    this.handOn();
  }
}
