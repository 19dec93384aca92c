const WINDOW_MS = 60_000;

/** Calls a minute of each kind, as in production. */
export const PRODUCTION_LIMITS = {
  create_order: 200,
  get_order: 400,
  get_payments: 100,
  create_refund: 100,
  get_refund: 30,
} as const;

export type LimitedCall = keyof typeof PRODUCTION_LIMITS;
export type Limits = Readonly<Record<LimitedCall, number>>;

export interface Allowance {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts calls in a sliding minute. */
export class RateLimit {
  private readonly calls = new Map<LimitedCall, readonly number[]>();

  constructor(private readonly limits: Limits) {}

  /** Counts a call; a refused one counts for nothing. */
  use(call: LimitedCall): Allowance {
    const now = Date.now();
    const limit = this.limits[call];
    const recent = (this.calls.get(call) ?? []).filter((at) => at > now - WINDOW_MS);
    const allowed = recent.length < limit;
    this.calls.set(call, allowed ? [...recent, now] : recent);
    const waitMs = allowed ? 0 : (recent[0] ?? now) + WINDOW_MS - now;
    return {
      allowed,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - recent.length - 1)),
        'x-ratelimit-retry': String(Math.ceil(waitMs / 1000)),
        'x-ratelimit-type': 'app_id',
      },
    };
  }
}
