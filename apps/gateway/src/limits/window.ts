/** How long one window of a limit is. */
export const WINDOW_MS = 60_000;

/** Where a limit stands. */
export interface Standing {
  readonly limit: number;
  /** What all replicas together have taken of it, for requests answered and to come. */
  readonly granted: number;
  /** Requests that this replica let through before it could take anything for them. */
  readonly debt: number;
  /** Requests that wait here. */
  readonly waiting: number;
}

/** A replica takes this part of the rest at once: many requests a question, little left lying when it is not asked. */
const PART = 8;

/** How much of the rest a replica should take next. 0 when there is none. */
export const leaseSize = ({ limit, granted, debt, waiting }: Standing): number => {
  const rest = Math.max(0, limit - granted);
  return Math.min(rest, debt + Math.max(waiting, Math.ceil((rest - debt) / PART)));
};

/**
 * Whether a window that another replica has begun still holds. One that seems to end far in the future was begun
 * by a clock that is wrong; nobody shall wait for it.
 */
export const isRunning = (resetsAt: number, now: number): boolean =>
  resetsAt > now && resetsAt <= now + 2 * WINDOW_MS;

/** Whole seconds until a window ends, at least one. */
export const secondsUntil = (resetsAt: number, now: number): number =>
  Math.max(1, Math.ceil((resetsAt - now) / 1000));
