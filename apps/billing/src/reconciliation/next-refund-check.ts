const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** After a payment was taken: while its pass runs, and until what banks take back has been taken back. */
const AFTER_MS = [HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS];

/** When it is asked next whether money of an order went back. null when that is enough. */
export const nextRefundCheckAt = (paidAt: Date, now: Date): Date | null => {
  const after = AFTER_MS.map((wait) => paidAt.getTime() + wait).find((at) => at > now.getTime());
  return after === undefined ? null : new Date(after);
};
