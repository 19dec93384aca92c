import { statement, type Runner } from '@saathi/entities';

/** A refund that we want, before anybody was asked. */
export interface WantedRefund {
  readonly payment_id: string;
  readonly cashfree_order_id: string;
  readonly cf_payment_id: string;
  /** Rupees with two decimals. */
  readonly amount: string;
  readonly reason: string;
  /** Wanted again with the same one, it is the same refund. */
  readonly idempotency_key: string | null;
}

// The id is derived, and the order is locked: a retry finds the refund of the first try.
const insert = statement<{ refund_id: string }>(
  'refunds_write',
  `INSERT INTO refunds (refund_id, cashfree_order_id, cf_payment_id, amount, status, type, reason, idempotency_key, next_try_at)
   SELECT $1 || (SELECT count(*) + 1 FROM refunds WHERE refund_id LIKE $1 || '%'),
     $2, $3, $4, 'REQUESTED', 'MERCHANT_INITIATED', $5, $6, clock_timestamp() + interval '10 seconds'
   WHERE $6::text IS NULL OR NOT EXISTS (SELECT FROM refunds WHERE cashfree_order_id = $2 AND idempotency_key = $6)
   RETURNING refund_id`,
);

/**
 * Writes a refund down, to be asked for after the commit and again by the sweep until it was. The caller has the
 * order locked.
 * @returns undefined when this very refund was written down before
 */
export const writeRefund = async (transaction: Runner, wanted: WantedRefund): Promise<string | undefined> => {
  const { payment_id, cashfree_order_id, cf_payment_id, amount, reason, idempotency_key } = wanted;
  const values = [
    refundPrefix(payment_id),
    cashfree_order_id,
    cf_payment_id,
    amount,
    reason,
    idempotency_key,
  ];
  return (await transaction.row(insert, values))?.refund_id;
};

/** `rf` and thirty digits of the payment's id; a counter follows. Cashfree takes forty characters. */
const refundPrefix = (paymentId: string): string => `rf${paymentId.replaceAll('-', '').slice(0, 30)}`;
