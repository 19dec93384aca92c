import type {
  AdminOverviewView,
  ChallengeView,
  OperatorActionView,
  OperatorSignedInView,
  OrderSummaryView,
  OrderView,
  Page,
  WebhookView,
} from '@saathi/contracts';
import { ask, askJson } from './http';

/** The routes for operators. Their tokens open nothing else, and nobody else's open these. */
const DESK = '/v1/admin/billing';

/** What an operator can do to an order; each wants a reason. */
export type Deed = 'refund' | 'cancel' | 'revoke' | 'check' | 'resolve';

export const requestOperatorOtp = (email: string): Promise<ChallengeView> =>
  askJson('POST', '/v1/admin/auth/otp/request', { open: true, body: { email } });

export const verifyOperatorOtp = (challenge_id: string, otp: string): Promise<OperatorSignedInView> =>
  askJson('POST', '/v1/admin/auth/otp/verify', { open: true, body: { challenge_id, otp } });

export const signOutOperator = (token: string): Promise<unknown> =>
  ask('POST', '/v1/admin/auth/logout', { token });

export const getOverview = (token: string): Promise<AdminOverviewView> =>
  askJson('GET', '/v1/admin/overview', { token });

/** @param review `open` for those that a human should look at */
export const listOrders = (token: string, review: 'open' | 'any'): Promise<Page<OrderSummaryView>> =>
  askJson('GET', `${DESK}/orders?limit=50&review=${review}`, { token });

export const getOrder = (token: string, id: string): Promise<OrderView> =>
  askJson('GET', `${DESK}/orders/${id}`, { token });

export const doToOrder = (token: string, id: string, deed: Deed, body: object): Promise<OrderView> =>
  askJson('POST', `${DESK}/orders/${id}/${deed}`, { token, body, idempotencyKey: crypto.randomUUID() });

export const listWebhooks = (token: string, status: WebhookView['status']): Promise<Page<WebhookView>> =>
  askJson('GET', `${DESK}/webhooks?limit=50&status=${status}`, { token });

export const replayWebhook = (token: string, id: string, reason: string): Promise<unknown> =>
  ask('POST', `${DESK}/webhooks/${id}/replay`, { token, body: { reason } });

export const listOperatorActions = (token: string): Promise<Page<OperatorActionView>> =>
  askJson('GET', '/v1/admin/actions?limit=50', { token });
