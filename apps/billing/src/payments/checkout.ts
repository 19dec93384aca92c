import type { CheckoutView } from '@saathi/contracts';
import type { BillingConfig } from '../billing.config.js';

const PRODUCTION = 'https://api.cashfree.com';

/** How a browser opens the page on which a session is paid. */
export const checkoutOf = (
  paymentSessionId: string | null,
  { CASHFREE_JS_URL, CASHFREE_BASE_URL, CASHFREE_CHECKOUT_URL }: BillingConfig,
): CheckoutView => {
  const mode = CASHFREE_BASE_URL.startsWith(PRODUCTION) ? 'production' : 'sandbox';
  if (CASHFREE_CHECKOUT_URL === undefined || paymentSessionId === null)
    return { mode, js_url: CASHFREE_JS_URL };
  const url = CASHFREE_CHECKOUT_URL.replace('{payment_session_id}', paymentSessionId);
  return { mode, js_url: CASHFREE_JS_URL, url };
};
