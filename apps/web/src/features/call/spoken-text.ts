/** How much of a reply was heard, as the server counts it. */
export interface Heard {
  readonly rid: number;
  readonly ms: number;
  readonly done: boolean;
}

/**
 * What the browser has spoken of the reply under way. Browsers speak at a pace of their own, so what was heard is told on
 * the server's clock: a piece that was spoken was heard until the next one begins there.
 */
export class SpokenText {
  private rid = 0;
  private begins: number[] = [];
  private total: number | undefined;
  private spoken = 0;
  private isCut = false;

  /** A piece of a reply came to be spoken. @param fromMs when it begins, on the server's clock */
  add(rid: number, fromMs: number): void {
    if (rid !== this.rid) {
      this.rid = rid;
      this.begins = [];
      this.total = undefined;
      this.spoken = 0;
      this.isCut = false;
    }
    this.begins.push(fromMs);
  }

  /** All of a reply is here. */
  whole(rid: number, totalMs: number): void {
    if (rid === this.rid) this.total = totalMs;
  }

  /** The next piece of a reply was spoken to its end. */
  speakOne(rid: number): void {
    if (rid === this.rid && !this.isCut) this.spoken += 1;
  }

  /** The reply is not to be heard any further. */
  cut(rid: number): void {
    if (rid === this.rid) this.isCut = true;
  }

  get heard(): Heard {
    const { rid, begins, spoken, total } = this;
    const isWhole = spoken >= begins.length;
    const ms = begins[spoken] ?? total ?? begins.at(-1) ?? 0;
    return { rid, ms, done: isWhole && total !== undefined && !this.isCut };
  }
}
