import { createHmac, randomInt } from 'node:crypto';

/** Of so many webhooks one is the same as one before. */
const DUPLICATE_EVERY = 10;

/**
 * Webhooks about orders: tries that failed, then the success of each, then more of the same.
 * @param {readonly { readonly cashfree_order_id: string, readonly amount: string }[]} orders
 * @param {{ count: number, secret: string }} options
 * @returns {(index: number) => { headers: Record<string, string>, body: string }}
 */
export const webhooksFor = (orders, { count, secret }) => {
  const successFrom = Math.floor(count / 2);
  /** @type {string[]} */
  const sent = [];
  return (index) => {
    const order = orders[index % orders.length];
    if (order === undefined) throw new Error('there is no order');
    const isSuccess = index >= successFrom && index < successFrom + orders.length;
    const earlier = sent[index % Math.max(1, sent.length)];
    const isDuplicate = index % DUPLICATE_EVERY === DUPLICATE_EVERY - 1 && earlier !== undefined;
    const body = isDuplicate ? earlier : bodyOf(order, isSuccess ? 'SUCCESS' : 'FAILED');
    sent.push(body);
    return sign(body, secret);
  };
};

/**
 * @param {{ readonly cashfree_order_id: string, readonly amount: string }} order
 * @param {'SUCCESS' | 'FAILED'} status
 */
const bodyOf = ({ cashfree_order_id, amount }, status) =>
  JSON.stringify({
    data: {
      order: { order_id: cashfree_order_id, order_amount: Number(amount), order_currency: 'INR' },
      payment: {
        cf_payment_id: String(randomInt(1e9, 1e10)),
        payment_status: status,
        payment_amount: Number(amount),
        payment_currency: 'INR',
        payment_message: 'bench',
        payment_group: 'upi',
        payment_time: new Date().toISOString(),
      },
      customer_details: { customer_name: 'Asha', customer_email: 'asha@example.com' },
    },
    event_time: new Date().toISOString(),
    type: `PAYMENT_${status}_WEBHOOK`,
  });

/**
 * @param {string} body
 * @param {string} secret
 */
const sign = (body, secret) => {
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');
  return {
    headers: {
      'content-type': 'application/json',
      'x-webhook-timestamp': timestamp,
      'x-webhook-signature': signature,
      'x-webhook-version': '2025-01-01',
      'x-webhook-attempt': '1',
    },
    body,
  };
};
