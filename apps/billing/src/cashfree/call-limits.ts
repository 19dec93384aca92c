import { TokenBucket } from './token-bucket.js';

export type CashfreeCall =
  'create_order' | 'get_order' | 'end_order' | 'get_payments' | 'create_refund' | 'get_refund';

/** Calls a minute that Cashfree documents for production, and for its sandbox. */
const PRODUCTION: Readonly<Record<CashfreeCall, number>> = {
  create_order: 200,
  get_order: 400,
  end_order: 100,
  get_payments: 100,
  create_refund: 100,
  get_refund: 30,
};
const SANDBOX: Readonly<Record<CashfreeCall, number>> = {
  create_order: 30,
  get_order: 60,
  end_order: 30,
  get_payments: 30,
  create_refund: 30,
  get_refund: 30,
};

/** A bucket for each kind of call, as large as the place that is called allows. */
export const callLimits = (baseUrl: string): Readonly<Record<CashfreeCall, TokenBucket>> => {
  const perMinute = new URL(baseUrl).hostname.startsWith('sandbox.') ? SANDBOX : PRODUCTION;
  return {
    create_order: new TokenBucket(perMinute.create_order),
    get_order: new TokenBucket(perMinute.get_order),
    end_order: new TokenBucket(perMinute.end_order),
    get_payments: new TokenBucket(perMinute.get_payments),
    create_refund: new TokenBucket(perMinute.create_refund),
    get_refund: new TokenBucket(perMinute.get_refund),
  };
};
