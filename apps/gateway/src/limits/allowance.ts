import type { KeptCount } from '@saathi/messaging';
import type { Ledger } from './ledger.js';
import { isRunning, leaseSize, WINDOW_MS } from './window.js';

/** A try fails when another replica was quicker, which leaves less: after so many something is wrong. */
const MAX_TRIES = 50;

/**
 * What one replica knows and holds of one limit. It takes a part of the rest from the ledger, lets requests
 * through on it without asking, and asks again when it is used up.
 */
export class Allowance {
  private windowEnd = 0;
  /** Let through here in this window. */
  private used = 0;
  /** Taken from the ledger by this replica in this window. */
  private own = 0;
  /** Taken from the ledger by all replicas, as last seen. */
  private granted = 0;
  private revision = 0;
  private waiting = 0;
  private asking: Promise<boolean> | undefined;
  private refusalTold = false;

  constructor(
    private readonly key: string,
    readonly limit: number,
    private readonly ledger: Pick<Ledger, keyof Ledger>,
  ) {}

  get resetsAt(): number {
    return this.windowEnd;
  }

  /** What is left, as far as this replica knows: what others hold may be used or not. */
  get remaining(): number {
    return Math.max(0, this.limit - (this.granted - this.own) - this.used);
  }

  /** Whether nothing is lost when this is forgotten. */
  isOver(now: number): boolean {
    return this.waiting === 0 && this.windowEnd <= now;
  }

  /** Whether one more request may pass. Counts it if so. */
  async take(): Promise<boolean> {
    this.waiting += 1;
    try {
      return await this.decide();
    } finally {
      this.waiting -= 1;
    }
  }

  /** Undoes one `take`. */
  giveBack(): void {
    this.used = Math.max(0, this.used - 1);
  }

  /** True the first time in a window. */
  tellRefusal(): boolean {
    const first = !this.refusalTold;
    this.refusalTold = true;
    return first;
  }

  private async decide(): Promise<boolean> {
    for (;;) {
      // While a question is under way the window must not change: the answer belongs to it.
      const answered = await this.asking;
      if (answered === false) return this.countAlone();
      if (this.asking !== undefined) continue;
      const now = Date.now();
      if (!isRunning(this.windowEnd, now)) this.begin(now + WINDOW_MS);
      if (this.used < this.own) return this.count();
      if (this.granted >= this.limit) return false;
      if (this.ledger.isAway) return this.countAlone();
      this.asking = this.ask().finally(() => (this.asking = undefined));
    }
  }

  private count(): boolean {
    this.used += 1;
    return true;
  }

  private countAlone(): boolean {
    return this.remaining > 0 && this.count();
  }

  /** @returns whether the ledger answered */
  private async ask(): Promise<boolean> {
    try {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        if (await this.lease()) return true;
        this.adopt(await this.ledger.read(this.key), Date.now());
      }
      return false;
    } catch {
      return false;
    }
  }

  /** @returns false when what this replica knows is no longer so */
  private async lease(): Promise<boolean> {
    const { limit, granted, waiting } = this;
    const size = leaseSize({ limit, granted, waiting, debt: Math.max(0, this.used - this.own) });
    if (size === 0) return true;
    const count = { count: granted + size, until: this.windowEnd };
    const revision = await this.ledger.replace(this.key, this.revision, count);
    if (revision === undefined) return false;
    this.revision = revision;
    this.granted += size;
    this.own += size;
    return true;
  }

  private adopt(kept: KeptCount | undefined, now: number): void {
    const isLost = kept === undefined || kept.revision < this.revision;
    this.revision = kept?.revision ?? 0;
    if (kept === undefined || !isRunning(kept.until, now)) {
      this.forgetLeases();
      return;
    }
    // Either the broker lost its counts, and all that was let through here has to be told again; or another
    // replica has begun the next window, and only what was never told goes over into it.
    if (isLost) this.forgetLeases();
    else if (kept.until !== this.windowEnd) this.begin(kept.until, Math.max(0, this.used - this.own));
    this.windowEnd = kept.until;
    this.granted = kept.count;
  }

  private begin(end: number, used = 0): void {
    this.windowEnd = end;
    this.used = used;
    this.refusalTold = false;
    this.forgetLeases();
  }

  private forgetLeases(): void {
    this.own = 0;
    this.granted = 0;
  }
}
