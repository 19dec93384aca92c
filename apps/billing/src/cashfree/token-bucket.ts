/** So many calls a minute, some of them at once. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly perMinute: number,
    now = Date.now(),
  ) {
    this.tokens = perMinute;
    this.filledAt = now;
  }

  /** How many calls may be made at once now. */
  available(now = Date.now()): number {
    this.fill(now);
    return Math.floor(this.tokens);
  }

  /** Takes the right to one call. @returns milliseconds to wait before making it, 0 when it may be made at once */
  take(now = Date.now()): number {
    this.fill(now);
    this.tokens -= 1;
    return this.tokens >= 0 ? 0 : Math.ceil((-this.tokens * MINUTE_MS) / this.perMinute);
  }

  /** Gives back what was taken and not used. */
  giveBack(): void {
    this.tokens = Math.min(this.perMinute, this.tokens + 1);
  }

  private fill(now: number): void {
    // A clock that was set back gives nothing, and takes nothing.
    const passed = Math.max(0, now - this.filledAt);
    this.tokens = Math.min(this.perMinute, this.tokens + (passed * this.perMinute) / MINUTE_MS);
    this.filledAt = now;
  }
}

const MINUTE_MS = 60_000;
