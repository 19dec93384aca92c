import { HttpError } from '../../http-error.js';
import { readJsonObject, sendJson, type Exchange, type Route } from '../../http-server.js';
import { numberAt, textAt, type JsonObject } from '../../json-value.js';
import type { OrderBook } from '../orders/order-book.js';
import { composeWebhook } from './manual-webhook.js';
import type { SentWebhook } from './post-webhook.js';
import type { WebhookOutbox } from './webhook-outbox.js';

/** What was sent, and sending by hand: for tests. */
export const webhookRoutes = (orders: OrderBook, outbox: WebhookOutbox, secret: string): readonly Route[] => [
  {
    method: 'GET',
    path: '/__webhooks',
    handle: (exchange) => {
      sendJson(exchange, 200, { items: outbox.all() });
    },
  },
  {
    method: 'DELETE',
    path: '/__webhooks',
    handle: (exchange) => {
      outbox.clear();
      exchange.response.writeHead(204).end();
    },
  },
  {
    method: 'POST',
    path: '/__webhooks/send',
    handle: async (exchange) => {
      sendJson(exchange, 200, { items: await sendByHand(exchange, orders, outbox, secret) });
    },
  },
];

const sendByHand = async (
  exchange: Exchange,
  orders: OrderBook,
  outbox: WebhookOutbox,
  secret: string,
): Promise<readonly SentWebhook[]> => {
  const wish = readJsonObject(exchange);
  const order = orders.find(textAt(wish, 'order_id') ?? '');
  const url = textAt(wish, 'url');
  const urls = url === undefined ? outbox.urlsFor(order) : [url];
  if (urls.length === 0) {
    throw new HttpError(409, 'The order has no notify_url and no dashboard address is set: give a "url".');
  }
  const webhooks = urls.flatMap((to) => copiesOf(composeWebhook(order, to, secret, wish), wish));
  if (wish.concurrent === true) return Promise.all(webhooks.map((webhook) => outbox.send(webhook)));
  const sent: SentWebhook[] = [];
  for (const webhook of webhooks) sent.push(await outbox.send(webhook));
  return sent;
};

const copiesOf = (webhook: SentWebhook, wish: JsonObject): readonly SentWebhook[] =>
  Array.from({ length: numberAt(wish, 'times') ?? 1 }, () => webhook);
