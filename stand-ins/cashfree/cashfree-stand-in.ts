import { controlRoutes } from '../control-routes.js';
import { startHttpServer, type RunningServer } from '../http-server.js';
import { RequestLog } from '../request-log.js';
import { backstageRoutes } from './backstage-routes.js';
import { ApiDoor } from './api/api-door.js';
import { PRODUCTION_LIMITS, RateLimit, type Limits } from './api/rate-limit.js';
import { describeCashfreeError } from './cashfree-errors.js';
import { createCashfreeFaults } from './cashfree-faults.js';
import { checkoutRoutes } from './checkout/checkout-routes.js';
import { OrderBook } from './orders/order-book.js';
import { orderRoutes } from './orders/order-routes.js';
import { refundRoutes } from './refunds/refund-routes.js';
import { RefundDesk } from './refunds/refund-desk.js';
import { WebhookOutbox } from './webhooks/webhook-outbox.js';
import { webhookRoutes } from './webhooks/webhook-routes.js';

const FIFTEEN_MINUTES_MS = 15 * 60_000;

export interface CashfreeStandInOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Where browsers reach it, when that differs from where it listens. */
  readonly public_url?: string | undefined;
  /** The endpoint set "in the dashboard". */
  readonly webhook_url?: string | undefined;
  readonly client_id?: string;
  readonly secret?: string;
  readonly retry_seconds?: readonly number[];
  readonly limits?: Limits;
  /** How far away an order's expiry has to be at least. */
  readonly shortest_life_ms?: number;
  /** How long a refund stays pending. */
  readonly refund_ms?: number;
}

export interface CashfreeStandIn extends Pick<RunningServer, 'url' | 'close'> {
  /** What `CASHFREE_BASE_URL` is set to. */
  readonly base_url: string;
}

const DEFAULTS = {
  host: '127.0.0.1',
  port: 0,
  client_id: 'stand-in',
  secret: 'stand-in-secret',
  retry_seconds: [2, 10, 30],
  limits: PRODUCTION_LIMITS,
  shortest_life_ms: FIFTEEN_MINUTES_MS,
  refund_ms: 1000,
} as const;

/** Starts a server that takes orders, payments and refunds as Cashfree does, without any money. */
export const startCashfreeStandIn = async (given: CashfreeStandInOptions = {}): Promise<CashfreeStandIn> => {
  const options = { ...DEFAULTS, ...given };
  const { client_id, secret, limits, webhook_url, retry_seconds } = options;
  const log = new RequestLog();
  const faults = createCashfreeFaults();
  const orders = new OrderBook();
  const outbox = new WebhookOutbox({ secret, webhook_url, retry_seconds }, faults);
  const refunds = new RefundDesk(orders, outbox, options.refund_ms, faults);
  const door = new ApiDoor({ client_id, secret }, new RateLimit(limits));
  const api = [
    ...orderRoutes(orders, faults, options.shortest_life_ms),
    ...refundRoutes(orders, refunds, faults),
  ];
  const server = await startHttpServer({
    name: 'cashfree',
    host: options.host,
    port: options.port,
    routes: [
      ...api.map((route) => door.route(route)),
      ...checkoutRoutes(orders, outbox, () => options.public_url ?? server.url),
      ...webhookRoutes(orders, outbox, secret),
      ...backstageRoutes(orders, outbox),
      ...controlRoutes(log, faults),
    ],
    log,
    describeError: describeCashfreeError,
  });
  return {
    url: server.url,
    base_url: `${server.url}/pg`,
    close: async () => {
      outbox.close();
      refunds.close();
      await server.close();
    },
  };
};
