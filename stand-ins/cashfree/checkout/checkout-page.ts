import { escapeHtml } from '../../html.js';
import type { Order, OrderStatus, PaymentStatus } from '../orders/order.js';

const STYLE = `
  :root { color-scheme: light dark; --line: #8883; --soft: #8881; --warn: #b45309;
    font: 16px/1.5 system-ui, 'Noto Sans', 'Noto Sans Devanagari', sans-serif; }
  body { margin: 0; display: grid; min-height: 100dvh; place-items: center; background: var(--soft); }
  main { box-sizing: border-box; width: min(28rem, 100%); padding: 1.5rem; background: Canvas;
    border: 1px solid var(--line); border-radius: 1rem; }
  .notice { border: 2px dashed var(--warn); border-radius: .75rem; padding: .75rem 1rem; margin: 0; font-size: .95rem; }
  .amount { font-size: 2.5rem; font-weight: 700; margin: 1.25rem 0 0; line-height: 1.1; }
  .note { margin: .25rem 0 0; }
  .order { opacity: .7; overflow-wrap: anywhere; margin: 0 0 1rem; font-size: .85rem; }
  fieldset { border: 1px solid var(--line); border-radius: .75rem; margin: 0 0 1rem; padding: .5rem 1rem; }
  label { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem; }
  button { width: 100%; min-height: 3rem; margin: .3rem 0; border: 2px solid transparent; border-radius: .75rem;
    font: inherit; font-weight: 600; cursor: pointer; }
  button:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
  .pay { background: #15803d; color: #fff; }
  .fail { background: none; border-color: #b91c1c; color: inherit; }
  .drop { background: none; border-color: var(--line); color: inherit; }
  ol { padding-left: 1.2rem; margin: .25rem 0 0; font-size: .9rem; }`;

const OUTCOMES: Readonly<Record<PaymentStatus, string>> = {
  SUCCESS: 'Paid · भुगतान हो गया',
  FAILED: 'The payment failed · भुगतान नहीं हो पाया',
  USER_DROPPED: 'The payment was left · भुगतान बीच में छोड़ा गया',
};

const STATES: Readonly<Record<OrderStatus, string>> = {
  ACTIVE: 'This order can be paid · इस ऑर्डर का भुगतान हो सकता है',
  PAID: 'This order is paid · इस ऑर्डर का भुगतान हो चुका है',
  EXPIRED: 'This order has expired · इस ऑर्डर का समय ख़त्म हो गया',
  TERMINATED: 'This order was cancelled · यह ऑर्डर रद्द कर दिया गया',
};

/** Where somebody decides how a payment ends. */
export const checkoutPage = (order: Order): string =>
  page(
    `${orderLines(order)}
    <form method="post">
      <fieldset>
        <legend>Pay with · भुगतान का तरीका</legend>
        <label><input type="radio" name="method" checked> UPI</label>
        <label><input type="radio" name="method"> Card · कार्ड</label>
      </fieldset>
      ${button(order, 'pay', `Pay ${inRupees(order)} · भुगतान करें`)}
      ${button(order, 'fail', 'Let the bank refuse it · बैंक मना कर दे')}
      ${button(order, 'drop', 'Leave without paying · बिना भुगतान लौटें')}
    </form>
    ${triesBefore(order)}`,
  );

/** What became of the payment, for orders without a `return_url`. */
export const outcomePage = (order: Order, payment_status: PaymentStatus): string =>
  page(`${orderLines(order)}<p role="status"><strong>${OUTCOMES[payment_status]}</strong></p>`);

/** Why an order cannot be paid any more. */
export const closedPage = (order: Order, status: OrderStatus): string =>
  page(`${orderLines(order)}<p role="status"><strong>${STATES[status]}</strong></p>`);

export const unknownPage = (): string =>
  page('<p role="status"><strong>There is no such payment · ऐसा कोई भुगतान नहीं है</strong></p>');

const inRupees = ({ order_amount }: Order): string => `₹${order_amount.toFixed(2)}`;

const orderLines = (order: Order): string => `
      <p class="amount">${inRupees(order)}</p>
      <p class="note">${escapeHtml(order.order_note ?? '')}</p>
      <p class="order">${escapeHtml(order.order_id)}</p>`;

const button = ({ payment_session_id }: Order, action: string, label: string): string =>
  `<button class="${action}" formaction="/checkout/${payment_session_id}/${action}">${label}</button>`;

/** An order can be tried again until one try succeeds. */
const triesBefore = ({ attempts }: Order): string =>
  attempts.length === 0
    ? ''
    : `<section><h2 style="font-size:1rem;margin:1rem 0 0">Before · पहले</h2>
      <ol>${attempts.map(({ payment_status }) => `<li>${OUTCOMES[payment_status]}</li>`).join('')}</ol></section>`;

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
