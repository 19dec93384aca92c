import type { OrderToOpen } from './payment-provider.js';

/**
 * The body of a create-order call.
 * @param publicBaseUrl where a browser comes back to; Cashfree can tell us of payments there only over https,
 *   otherwise the endpoint is set in its dashboard
 */
export const orderBody = (
  { order_id, amount, expires_at, customer, note }: OrderToOpen,
  publicBaseUrl: string,
): object => ({
  order_id,
  order_amount: Number(amount),
  order_currency: 'INR',
  order_expiry_time: expires_at.toISOString(),
  order_note: note,
  customer_details: {
    customer_id: customer.id,
    ...(isAcceptedName(customer.name) ? { customer_name: customer.name } : {}),
    ...(isAcceptedEmail(customer.email) ? { customer_email: customer.email } : {}),
    customer_phone: customer.phone,
  },
  order_meta: {
    return_url: `${publicBaseUrl}/passes?order_id={order_id}`,
    ...(publicBaseUrl.startsWith('https:') ? { notify_url: `${publicBaseUrl}/v1/webhooks/cashfree` } : {}),
  },
});

/** Cashfree wants three characters or more, and can do without a name. */
const isAcceptedName = (name: string): boolean => name.length >= 3 && name.length <= 100;

/** राम@डाटामेल.भारत is an address, but not to everybody who checks addresses. */
const isAcceptedEmail = (email: string): boolean => /^[\x21-\x7e]+@[\x21-\x7e]+\.[A-Za-z]{2,}$/.test(email);
