import { ActorIdRequest, ActorRequest, DoneView, EmptyRequest } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import { ActorPageRequest } from '../pagination.js';
import { MoneyOverview } from './overview.dto.js';
import { CreatePaymentRequest, PaymentPage, PaymentView } from './payment.dto.js';
import { PlanListView } from './plan.dto.js';
import { SubscriptionPage, SubscriptionView } from './subscription.dto.js';
import { UsageView } from './usage.dto.js';
import { AcceptWebhookRequest } from './webhook.dto.js';

/** The payment provider is asked on the way, twice if need be. */
const PROVIDER_LIMIT_MS = 12_000;

/** What the billing service answers: what may be used, and what is paid. */
export const billingRpc = {
  getUsage: rpc('rpc.billing.get_usage', { request: ActorRequest, response: UsageView }),
  listPlans: rpc('rpc.billing.list_plans', { request: EmptyRequest, response: PlanListView }),
  createPayment: rpc('rpc.billing.create_payment', {
    request: CreatePaymentRequest,
    response: PaymentView,
    errors: ['not_found', 'payment_provider_unavailable', 'idempotency_key_reused'],
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
  }),
  getOverview: rpc('rpc.billing.get_overview', { request: EmptyRequest, response: MoneyOverview }),
  exportRows: stream('rpc.billing.export_rows', { request: ActorRequest, chunk: ExportChunk }),
} as const;
