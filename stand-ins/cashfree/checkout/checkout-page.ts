import { escapeHtml } from '../../html.js';
import type { Order, OrderStatus, PaymentStatus } from '../orders/order.js';

const STYLE = `
  :root { color-scheme: light dark; font-family: system-ui, 'Noto Sans', 'Noto Sans Devanagari', sans-serif; }
  body { margin: 0; display: grid; min-height: 100dvh; place-items: center; }
  main { box-sizing: border-box; width: min(26rem, 100%); padding: 1.5rem; }
  .notice { border: 2px dashed #b45309; border-radius: .75rem; padding: .75rem 1rem; }
  .amount { font-size: 2.5rem; font-weight: 700; margin: 1rem 0 0; }
  .order { opacity: .7; overflow-wrap: anywhere; margin-top: 0; }
  button { width: 100%; min-height: 3rem; margin: .4rem 0; border: 0; border-radius: .75rem; font: inherit;
    font-weight: 600; cursor: pointer; }
  .pay { background: #15803d; color: #fff; }
  .fail { background: #b91c1c; color: #fff; }
  .drop { background: #57534e; color: #fff; }`;

const OUTCOMES: Readonly<Record<PaymentStatus, string>> = {
  SUCCESS: 'Paid · भुगतान हो गया',
  FAILED: 'The payment failed · भुगतान नहीं हो पाया',
  USER_DROPPED: 'The payment was left · भुगतान बीच में छोड़ा गया',
};

const STATES: Readonly<Record<OrderStatus, string>> = {
  ACTIVE: 'This order can be paid · इस ऑर्डर का भुगतान हो सकता है',
  PAID: 'This order is paid · इस ऑर्डर का भुगतान हो चुका है',
  EXPIRED: 'This order has expired · इस ऑर्डर का समय ख़त्म हो गया',
};

/** Where somebody decides how a payment ends. */
export const checkoutPage = (order: Order): string =>
  page(
    `${orderLines(order)}
    ${button(order, 'pay', 'Pay · भुगतान करें')}
    ${button(order, 'fail', 'Let it fail · असफल करें')}
    ${button(order, 'drop', 'Leave · छोड़ दें')}`,
  );

/** What became of the payment, for orders without a `return_url`. */
export const outcomePage = (order: Order, payment_status: PaymentStatus): string =>
  page(`${orderLines(order)}<p role="status"><strong>${OUTCOMES[payment_status]}</strong></p>`);

/** Why an order cannot be paid any more. */
export const closedPage = (order: Order, status: OrderStatus): string =>
  page(`${orderLines(order)}<p role="status"><strong>${STATES[status]}</strong></p>`);

export const unknownPage = (): string =>
  page('<p role="status"><strong>There is no such payment · ऐसा कोई भुगतान नहीं है</strong></p>');

const orderLines = ({ order_amount, order_id }: Order): string =>
  `<p class="amount">₹${order_amount.toFixed(2)}</p><p class="order">${escapeHtml(order_id)}</p>`;

const button = ({ payment_session_id }: Order, action: string, label: string): string =>
  `<form method="post" action="/checkout/${payment_session_id}/${action}"><button class="${action}">${label}</button></form>`;

const page = (content: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Checkout (stand-in)</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <p class="notice">
        This is a stand-in for Cashfree: no money moves. You choose how the payment ends.<br>
        <span lang="hi">यह Cashfree की जगह एक नमूना पेज है: असली पैसे नहीं कटते। भुगतान का नतीजा आप चुनें।</span>
      </p>
      ${content}
    </main>
  </body>
</html>
`;
