import type { JsonObject } from '../../json-value.js';
import { fieldInvalid, refundExists, refundRefused } from '../cashfree-errors.js';
import { newCfId } from '../cf-id.js';
import { optionalText, requiredNumber, requiredText } from '../orders/fields.js';
import { successOf, type Order, type Refund } from '../orders/order.js';

/**
 * The refund that the body asks for, still pending.
 * @throws HttpError 400 for a field, an unpaid order or more money than was paid; 409 for a known id
 */
export const readRefund = (order: Order, body: JsonObject): Refund => {
  const refund_id = requiredText(
    body,
    'refund_id',
    /^[A-Za-z0-9_-]{3,40}$/,
    'should be alpha numeric with _ and -, 3 to 40 long',
  );
  if (order.refunds.some((refund) => refund.refund_id === refund_id)) throw refundExists();
  const paid = successOf(order);
  if (paid === undefined) throw refundRefused('order is not paid, so nothing can be refunded');
  return {
    refund_id,
    refund_amount: readAmount(order, body),
    refund_note: optionalText(body, 'refund_note', /^.{3,100}$/s, 'should be 3 to 100 long') ?? null,
    refund_speed:
      optionalText(body, 'refund_speed', /^(?:STANDARD|INSTANT)$/, 'should be STANDARD or INSTANT') ??
      'STANDARD',
    cf_refund_id: newCfId(),
    cf_payment_id: paid.cf_payment_id,
    refund_status: 'PENDING',
    refund_type: 'MERCHANT_INITIATED',
    created_at: Date.now(),
    processed_at: undefined,
  };
};

const readAmount = (order: Order, body: JsonObject): number => {
  const amount = requiredNumber(body, 'refund_amount');
  if (amount <= 0) throw fieldInvalid('refund_amount', 'should be more than 0', amount);
  const standing = order.refunds.filter(({ refund_status }) => refund_status !== 'FAILED');
  const refunded = standing.reduce((sum, refund) => sum + refund.refund_amount, 0);
  if (toPaise(refunded) + toPaise(amount) > toPaise(order.order_amount)) {
    throw refundRefused('refund amount is more than what is left of the payment');
  }
  return amount;
};

const toPaise = (amount: number): number => Math.round(amount * 100);
