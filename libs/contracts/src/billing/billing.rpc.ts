import { ActorIdRequest, ActorRequest, DoneView, EmptyRequest } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import { ActorPageRequest } from '../pagination.js';
import { MoneyOverview } from './overview.dto.js';
import {
  ListOrdersRequest,
  ListWebhooksRequest,
  OrderDeedRequest,
  OrderPage,
  OrderRequest,
  OrderView,
  RefundPaymentRequest,
  ResolveReviewRequest,
  WebhookPage,
} from './operator-billing.dto.js';
import { CreatePaymentRequest, PaymentPage, PaymentView } from './payment.dto.js';
import { PlanListView } from './plan.dto.js';
import { ReceiptView } from './receipt.dto.js';
import { SubscriptionPage, SubscriptionView } from './subscription.dto.js';
import { UsageView } from './usage.dto.js';
import { AcceptWebhookRequest } from './webhook.dto.js';

/** The payment provider is asked on the way, three times if need be. */
const PROVIDER_LIMIT_MS = 15_000;
/** Cashfree comes again; it had better be told soon that it has to. */
const WEBHOOK_LIMIT_MS = 3000;

/** What the billing service answers: what may be used, and what is paid. */
export const billingRpc = {
  getUsage: rpc('rpc.billing.get_usage', { request: ActorRequest, response: UsageView }),
  listPlans: rpc('rpc.billing.list_plans', { request: EmptyRequest, response: PlanListView }),
  createPayment: rpc('rpc.billing.create_payment', {
    request: CreatePaymentRequest,
    response: PaymentView,
    errors: ['not_found', 'payment_provider_unavailable', 'idempotency_key_reused', 'rate_limited'],
    limitMs: PROVIDER_LIMIT_MS,
  }),
  getPayment: rpc('rpc.billing.get_payment', {
    request: ActorIdRequest,
    response: PaymentView,
    errors: ['not_found'],
    limitMs: PROVIDER_LIMIT_MS,
  }),
  listPayments: rpc('rpc.billing.list_payments', { request: ActorPageRequest, response: PaymentPage }),
  listSubscriptions: rpc('rpc.billing.list_subscriptions', {
    request: ActorPageRequest,
    response: SubscriptionPage,
  }),
  getCurrentSubscription: rpc('rpc.billing.get_current_subscription', {
    request: ActorRequest,
    response: SubscriptionView,
    errors: ['not_found'],
  }),
  acceptWebhook: rpc('rpc.billing.accept_webhook', {
    request: AcceptWebhookRequest,
    response: DoneView,
    errors: ['signature_invalid', 'stale_timestamp'],
    limitMs: WEBHOOK_LIMIT_MS,
  }),
  getReceipt: rpc('rpc.billing.get_receipt', {
    request: ActorIdRequest,
    response: ReceiptView,
    errors: ['not_found'],
  }),
  listOrders: rpc('rpc.billing.list_orders', { request: ListOrdersRequest, response: OrderPage }),
  getOrder: rpc('rpc.billing.get_order', {
    request: OrderRequest,
    response: OrderView,
    errors: ['not_found'],
  }),
  refundPayment: rpc('rpc.billing.refund_payment', {
    request: RefundPaymentRequest,
    response: OrderView,
    errors: ['not_found', 'idempotency_key_reused'],
    limitMs: PROVIDER_LIMIT_MS,
  }),
  cancelOrder: rpc('rpc.billing.cancel_order', {
    request: OrderDeedRequest,
    response: OrderView,
    errors: ['not_found', 'payment_provider_unavailable'],
    limitMs: PROVIDER_LIMIT_MS,
  }),
  revokeSubscription: rpc('rpc.billing.revoke_subscription', {
    request: OrderDeedRequest,
    response: OrderView,
    errors: ['not_found'],
  }),
  checkOrder: rpc('rpc.billing.check_order', {
    request: OrderDeedRequest,
    response: OrderView,
    errors: ['not_found', 'payment_provider_unavailable'],
    limitMs: PROVIDER_LIMIT_MS,
  }),
  resolveReview: rpc('rpc.billing.resolve_review', {
    request: ResolveReviewRequest,
    response: OrderView,
    errors: ['not_found'],
  }),
  listWebhooks: rpc('rpc.billing.list_webhooks', { request: ListWebhooksRequest, response: WebhookPage }),
  replayWebhook: rpc('rpc.billing.replay_webhook', {
    request: OrderDeedRequest,
    response: DoneView,
    errors: ['not_found'],
  }),
  getOverview: rpc('rpc.billing.get_overview', { request: EmptyRequest, response: MoneyOverview }),
  exportRows: stream('rpc.billing.export_rows', { request: ActorRequest, chunk: ExportChunk }),
} as const;
