import { sendHtml, sendJson, type Exchange, type Route } from '../../http-server.js';
import { statusOf, type Order, type PaymentStatus } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { paymentPayload } from '../webhooks/webhook-payloads.js';
import type { WebhookOutbox } from '../webhooks/webhook-outbox.js';
import { cashfreeScript } from './cashfree-js.js';
import { checkoutPage, closedPage, outcomePage, unknownPage } from './checkout-page.js';

const ENDINGS: Readonly<Record<string, PaymentStatus>> = {
  pay: 'SUCCESS',
  fail: 'FAILED',
  drop: 'USER_DROPPED',
};

/** What a browser sees: the script, the page and its three buttons. */
export const checkoutRoutes = (
  orders: OrderBook,
  outbox: WebhookOutbox,
  publicUrl: () => string,
): readonly Route[] => [
  {
    method: 'GET',
    path: '/cashfree.js',
    handle: ({ response }) => {
      response.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cross-origin-resource-policy': 'cross-origin',
      });
      response.end(cashfreeScript(publicUrl()));
    },
  },
  {
    method: 'GET',
    path: '/checkout/:payment_session_id',
    handle: (exchange) => {
      const order = orders.findBySession(exchange.params.payment_session_id ?? '');
      if (order === undefined) sendHtml(exchange, 404, unknownPage());
      else showOrder(exchange, order);
    },
  },
  {
    method: 'POST',
    path: '/checkout/:payment_session_id/:ending',
    handle: (exchange) => {
      const order = orders.findBySession(exchange.params.payment_session_id ?? '');
      const ending = ENDINGS[exchange.params.ending ?? ''];
      if (order === undefined || ending === undefined) sendHtml(exchange, 404, unknownPage());
      else endPayment(exchange, order, ending, orders, outbox);
    },
  },
];

const showOrder = (exchange: Exchange, order: Order): void => {
  const status = statusOf(order, Date.now());
  sendHtml(exchange, 200, status === 'ACTIVE' ? checkoutPage(order) : closedPage(order, status));
};

const endPayment = (
  exchange: Exchange,
  order: Order,
  payment_status: PaymentStatus,
  orders: OrderBook,
  outbox: WebhookOutbox,
): void => {
  const { order_id } = order;
  const before = statusOf(order, Date.now());
  if (before !== 'ACTIVE') {
    const refused = { order_id, order_status: before, cf_payment_id: null, payment_status: 'NOT_ATTEMPTED' };
    if (wantsJson(exchange)) sendJson(exchange, 409, refused);
    else sendHtml(exchange, 409, closedPage(order, before));
    return;
  }
  const attempt = orders.recordAttempt(order_id, payment_status);
  const changed = orders.find(order_id);
  outbox.announce(changed, paymentPayload(changed, attempt));
  const order_status = statusOf(changed, Date.now());
  if (wantsJson(exchange)) {
    sendJson(exchange, 200, { order_id, order_status, cf_payment_id: attempt.cf_payment_id, payment_status });
  } else {
    goBack(exchange, changed, payment_status);
  }
};

const goBack = (exchange: Exchange, order: Order, payment_status: PaymentStatus): void => {
  const { return_url } = order.order_meta;
  if (return_url === null) {
    sendHtml(exchange, 200, outcomePage(order, payment_status));
  } else {
    const location = return_url.replaceAll('{order_id}', encodeURIComponent(order.order_id));
    exchange.response.writeHead(303, { location }).end();
  }
};

const wantsJson = ({ headers }: Exchange): boolean =>
  (headers.accept ?? '').includes('application/json') && !(headers.accept ?? '').includes('text/html');
