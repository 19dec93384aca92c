/**
 * Where a session's summary stands: `none` while the session is open, `skipped` when there was too
 * little to learn from, `failed` when it could not be written (it can be tried again).
 */
export const SummaryStatus = {
  None: 'none',
  Pending: 'pending',
  Ready: 'ready',
  Skipped: 'skipped',
  Failed: 'failed',
} as const;
export type SummaryStatus = (typeof SummaryStatus)[keyof typeof SummaryStatus];
