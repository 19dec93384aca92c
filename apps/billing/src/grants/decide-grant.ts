import { PaymentStatus } from '@saathi/contracts';
import type { LockedPayment } from './grants.sql.js';
import { paise } from './paise.js';

/** A payment as the provider proves it: by a signed webhook, or by its own answer. */
export interface ProvenPayment {
  readonly cf_payment_id: string;
  readonly order_amount: number;
  readonly order_currency: string;
  readonly payment_amount: number;
  readonly payment_currency: string;
}

/** Why a payment buys nothing. */
export type Refusal =
  | 'unknown_order'
  | 'already_granted'
  | 'already_refunded'
  | 'user_deleted'
  | 'duplicate_payment'
  | 'amount_mismatch'
  | 'currency_mismatch';

/**
 * Whether a payment buys the pass of its order, or why not. The order's own amount counts: offers may
 * lower and surcharges raise what was paid, so that is only compared with "not less".
 * @param refundedPaise what of this payment has gone back already: refunds may be told before payments
 */
export const decideGrant = (
  order: LockedPayment,
  payment: ProvenPayment,
  refundedPaise: number,
): Refusal | undefined => {
  if (order.status === PaymentStatus.Success) {
    return order.cashfree_payment_id === payment.cf_payment_id ? 'already_granted' : 'duplicate_payment';
  }
  if (payment.order_currency !== 'INR' || payment.payment_currency !== 'INR') return 'currency_mismatch';
  const wanted = paise(order.amount);
  // Written so that NaN, an amount that is missing, is a mismatch too.
  const matches = paise(payment.order_amount) === wanted && paise(payment.payment_amount) >= wanted;
  if (!matches) return 'amount_mismatch';
  return refundedPaise >= wanted ? 'already_refunded' : undefined;
};
