import type { PaymentView } from '@saathi/contracts';
import { Problem } from '../../api/problem';

interface Cashfree {
  checkout(options: { paymentSessionId: string; redirectTarget: '_self' }): Promise<{ error?: unknown }>;
}

declare global {
  interface Window {
    /** There once the provider's script has run. */
    Cashfree?: (options: { mode: 'sandbox' | 'production' }) => Cashfree;
  }
}

/** Where the payment is being made, so that the page one comes back to knows which. */
const KEY = 'saathi.payment';

export const paymentUnderWay = (): string | null => sessionStorage.getItem(KEY);

/**
 * Leads to the provider's page: directly where it has one, or else through its script, which is loaded only now.
 * @throws Problem `payment_provider_unavailable`
 */
export const openCheckout = async ({ id, payment_session_id, checkout }: PaymentView): Promise<void> => {
  sessionStorage.setItem(KEY, id);
  if (checkout.url !== undefined) {
    location.assign(checkout.url);
    return;
  }
  if (window.Cashfree === undefined) await loadScript(checkout.js_url);
  if (window.Cashfree === undefined || payment_session_id === null)
    throw new Problem('payment_provider_unavailable');
  const opened = await window
    .Cashfree({ mode: checkout.mode })
    .checkout({ paymentSessionId: payment_session_id, redirectTarget: '_self' });
  if (opened.error !== undefined) throw new Problem('payment_provider_unavailable');
};

const loadScript = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Problem('payment_provider_unavailable'));
    };
    document.head.append(script);
  });
