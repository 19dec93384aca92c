/** What decides when an order is asked about. */
export interface CheckedOrder {
  readonly created_at: Date;
  readonly expires_at: Date;
}

/** After so many intervals since the order was opened: with 30 s that is 30 s, 2, 5, 10 and 20 min. */
const INTERVALS = [1, 4, 10, 20, 40];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * When an order is asked about next if it is not paid: often while somebody may be paying, around its end,
 * and twice much later, when a bank may have made up its mind. null when that is enough.
 */
export const nextCheckAt = (
  { created_at, expires_at }: CheckedOrder,
  intervalSeconds: number,
  now: Date,
): Date | null => {
  const [opened, end] = [created_at.getTime(), expires_at.getTime()];
  const times = [
    ...INTERVALS.map((intervals) => opened + intervals * intervalSeconds * 1000),
    end + MINUTE_MS,
    end + 15 * MINUTE_MS,
    opened + 6 * HOUR_MS,
    opened + 24 * HOUR_MS,
  ].filter((at) => at > now.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
};

/** How long Cashfree may say that it knows nothing of an order until it is believed. */
export const isTooOldToAppear = ({ created_at }: CheckedOrder, now: Date): boolean =>
  now.getTime() - created_at.getTime() >= 24 * HOUR_MS;
