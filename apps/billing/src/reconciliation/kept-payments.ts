import type { ProviderPayment, ProviderRefund } from '../cashfree/payment-provider.js';
import { paise } from '../grants/paise.js';

const GAVE_NOTHING_BACK = ['FAILED', 'CANCELLED'];

/** The payments of which not everything went back, or is on its way back. */
export const keptPayments = (
  payments: readonly ProviderPayment[],
  refunds: readonly ProviderRefund[],
): ProviderPayment[] =>
  payments.filter(({ cf_payment_id, payment_amount }) => {
    const back = refunds
      .filter((refund) => refund.cf_payment_id === cf_payment_id)
      .filter(({ refund_status }) => !GAVE_NOTHING_BACK.includes(refund_status));
    const sum = back.reduce((paisas, { refund_amount }) => paisas + paise(refund_amount), 0);
    // Written so that an amount that is missing keeps a payment: it is looked at by a human then.
    return !(sum >= paise(payment_amount));
  });
