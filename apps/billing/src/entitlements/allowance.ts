import type { UsageView } from '@saathi/contracts';

/** When a pass counts: from its start, up to but not at its end. */
export interface PassPeriod {
  readonly start_date: Date;
  readonly end_date: Date;
}

/** What the free allowance is. */
export interface FreeAllowance {
  readonly messages: number;
  readonly call_seconds: number;
}

/** What was ever used. */
export interface UsageTotals {
  readonly total_messages: number;
  readonly total_call_seconds: number;
}

/**
 * Until when passes run without a gap from now; null when none runs.
 * @param passes that are active, in any order
 */
export const premiumUntil = (passes: readonly PassPeriod[], now: Date): Date | null => {
  let until: Date | null = null;
  for (const { start_date, end_date } of passes.toSorted(
    (one, other) => +one.start_date - +other.start_date,
  )) {
    const reached = until ?? now;
    if (start_date > reached) break;
    if (end_date > reached) until = end_date;
  }
  return until;
};

/** What a person may still use, for showing. */
export const usageLeft = (
  totals: UsageTotals,
  free: FreeAllowance,
  passes: readonly PassPeriod[],
  now: Date,
): UsageView => {
  const until = premiumUntil(passes, now);
  const premium = until !== null;
  return {
    total_messages: totals.total_messages,
    total_call_seconds: totals.total_call_seconds,
    free_messages: free.messages,
    free_call_seconds: free.call_seconds,
    messages_left: premium ? null : Math.max(0, free.messages - totals.total_messages),
    call_seconds_left: premium ? null : Math.max(0, free.call_seconds - totals.total_call_seconds),
    premium,
    premium_until: until?.toISOString() ?? null,
  };
};
