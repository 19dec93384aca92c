import { randomUUID } from 'node:crypto';
import { HttpError } from '../../http-error.js';
import { numberAt, textAt, type JsonObject } from '../../json-value.js';
import { newCfId } from '../cf-id.js';
import { successOf, type Attempt, type Order, type PaymentStatus, type Refund } from '../orders/order.js';
import { amountsJson } from './amounts-json.js';
import { merge } from './merge.js';
import { webhookHeaders, type SentWebhook } from './post-webhook.js';
import {
  autoRefund,
  autoRefundPayload,
  paymentPayload,
  paymentStatusOf,
  refundPayload,
  testPayload,
  type WebhookPayload,
} from './webhook-payloads.js';
import { signBodyOnly, signWebhook } from './webhook-signature.js';

const SIGNATURES = [
  'right',
  'wrong',
  'missing',
  'empty',
  'body_only',
  'hex',
  'truncated',
  'tampered_body',
  'other_timestamp',
  'no_timestamp',
] as const;

/**
 * A webhook as a test wishes it.
 * @param wish `{type, overrides?, raw_body?, signature?, timestamp_offset_ms?, idempotency_key?}`;
 * `overrides` are put into the payload, `raw_body` replaces it
 * @throws HttpError 400 for a wish that cannot be read
 */
export const composeWebhook = (order: Order, url: string, secret: string, wish: JsonObject): SentWebhook => {
  const type = textAt(wish, 'type');
  if (type === undefined) throw new HttpError(400, 'Say which "type" of webhook to send.');
  const body = textAt(wish, 'raw_body') ?? amountsJson(merge(payloadFor(order, type), wish.overrides ?? {}));
  const timestamp = String(Date.now() + (numberAt(wish, 'timestamp_offset_ms') ?? 0));
  const headers = {
    ...webhookHeaders(1, timestamp, textAt(wish, 'idempotency_key') ?? randomUUID()),
    ...signatureHeader(wish, secret, timestamp, body),
  };
  return { at: new Date().toISOString(), order_id: order.order_id, type, url, attempt: 1, headers, body };
};

const signatureHeader = (
  wish: JsonObject,
  secret: string,
  timestamp: string,
  body: string,
): Readonly<Record<string, string>> => {
  const wished = wish.signature ?? 'right';
  const right = signWebhook(secret, timestamp, body);
  const signature = SIGNATURES.find((known) => known === wished);
  switch (signature) {
    case 'right':
      return { 'x-webhook-signature': right };
    case 'wrong':
      return { 'x-webhook-signature': signWebhook(`not ${secret}`, timestamp, body) };
    case 'hex':
      return { 'x-webhook-signature': Buffer.from(right, 'base64').toString('hex') };
    case 'truncated':
      return { 'x-webhook-signature': right.slice(0, -4) };
    case 'empty':
      return { 'x-webhook-signature': '' };
    case 'tampered_body':
      return { 'x-webhook-signature': signWebhook(secret, timestamp, `${body} `) };
    case 'other_timestamp':
      return { 'x-webhook-signature': signWebhook(secret, String(Number(timestamp) - 1), body) };
    case 'no_timestamp':
      return { 'x-webhook-signature': right, 'x-webhook-timestamp': '' };
    case 'body_only':
      return { 'x-webhook-signature': signBodyOnly(secret, body) };
    case 'missing':
      return {};
    case undefined:
      throw new HttpError(400, `Choose "signature" from: ${SIGNATURES.join(', ')}.`);
  }
};

const payloadFor = (order: Order, type: string): WebhookPayload => {
  const status = paymentStatusOf(type);
  if (status !== undefined) return paymentPayload(order, attemptOf(order, status));
  switch (type) {
    case 'REFUND_STATUS_WEBHOOK':
      return refundPayload(order, order.refunds.at(-1) ?? fullRefund(order));
    case 'AUTO_REFUND_STATUS_WEBHOOK':
      return autoRefundPayload(order, autoRefund(order, order.attempts.at(-1)?.cf_payment_id ?? newCfId()));
    default:
      return { ...testPayload(), type };
  }
};

/** The newest attempt of this outcome, or one that never was. */
const attemptOf = (order: Order, payment_status: PaymentStatus): Attempt =>
  order.attempts.findLast((attempt) => attempt.payment_status === payment_status) ?? {
    cf_payment_id: newCfId(),
    bank_reference: newCfId(),
    payment_status,
    at: Date.now(),
  };

/** A refund made "in the dashboard". */
const fullRefund = (order: Order): Refund => ({
  cf_refund_id: newCfId(),
  cf_payment_id: successOf(order)?.cf_payment_id ?? newCfId(),
  refund_id: `dashboard_${newCfId()}`,
  refund_amount: order.order_amount,
  refund_note: null,
  refund_speed: 'STANDARD',
  refund_status: 'SUCCESS',
  refund_type: 'MERCHANT_INITIATED',
  created_at: Date.now(),
  processed_at: Date.now(),
});
