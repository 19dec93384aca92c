const OFFSET_MS = 330 * 60_000;

/** An instant as Cashfree writes it: `2026-01-15T11:16:10+05:30`. */
export const indiaTime = (at: number): string =>
  `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+05:30`;
