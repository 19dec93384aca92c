/** Aborts a wait of ours when the other side takes too long: for its first word, between words, or in all. */
export class Watchdog {
  private readonly controller = new AbortController();
  private readonly whole: NodeJS.Timeout;
  private next: NodeJS.Timeout;
  private hasHeard = false;

  constructor(
    firstMs: number,
    private readonly silenceMs: number,
    wholeMs: number,
  ) {
    this.whole = this.abortIn(wholeMs, 'the answer took too long');
    this.next = this.abortIn(firstMs, 'no first word came');
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Something came. */
  heard(): void {
    if (this.hasHeard) {
      this.next.refresh();
      return;
    }
    this.hasHeard = true;
    clearTimeout(this.next);
    this.next = this.abortIn(this.silenceMs, 'the answer stopped half-way');
  }

  /** Ends the wait for a reason of ours. */
  abort(reason: Error): void {
    this.controller.abort(reason);
  }

  stop(): void {
    clearTimeout(this.whole);
    clearTimeout(this.next);
  }

  private abortIn(milliseconds: number, reason: string): NodeJS.Timeout {
    return setTimeout(() => {
      this.controller.abort(new Error(reason));
    }, milliseconds);
  }
}
