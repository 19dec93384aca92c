import type { Pulse } from './calls.sql.js';

/** When somebody is told that their time runs out. */
const WARNINGS_MS = [60_000, 15_000];
/** A call ends by itself; whoever wants to talk on calls again. */
export const LONGEST_CALL_MS = 60 * 60_000;

/** What is to be done about the time that is left, and when to look again. */
export interface Limit {
  readonly warn: boolean;
  readonly cut: boolean;
  readonly next_ms: number;
}

/** Keeps an eye on the time that is left. Pure: the clock is in the pulse. */
export class CallLimit {
  private warned = Number.POSITIVE_INFINITY;

  /** @param everyMs how often one looks anyway */
  check({ remaining_ms }: Pick<Pulse, 'remaining_ms'>, everyMs: number): Limit {
    if (remaining_ms === null) {
      this.warned = Number.POSITIVE_INFINITY;
      return { warn: false, cut: false, next_ms: everyMs };
    }
    if (remaining_ms <= 0) return { warn: false, cut: true, next_ms: everyMs };
    const due = WARNINGS_MS.findLast((at) => remaining_ms <= at);
    // More time than at the last warning: a pass was bought.
    if (due === undefined) this.warned = Number.POSITIVE_INFINITY;
    const warn = due !== undefined && due < this.warned;
    if (warn) this.warned = due;
    const waits = [
      everyMs,
      remaining_ms,
      ...WARNINGS_MS.map((at) => remaining_ms - at).filter((ms) => ms > 0),
    ];
    return { warn, cut: false, next_ms: Math.ceil(Math.min(...waits)) };
  }
}
