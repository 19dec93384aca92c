import {
  isJson,
  member,
  numberOf,
  parsePayment,
  parseRefund,
  textOf,
  type Json,
} from './cashfree-answers.js';
import type { ProviderPayment, ProviderRefund } from './payment-provider.js';

/** What a payment webhook says. */
export interface PaymentEvent extends ProviderPayment {
  readonly kind: 'payment';
  readonly type: string;
  readonly order_id: string;
  readonly order_amount: number;
  readonly order_currency: string;
}

/** What a refund webhook says. */
export interface RefundEvent extends ProviderRefund {
  readonly kind: 'refund';
  readonly type: string;
  /** Cashfree may leave it out for a refund of its own. */
  readonly order_id: string | null;
}

/** Something we need not act on. */
export interface OtherEvent {
  readonly kind: 'other' | 'unreadable';
  readonly type: string | null;
  readonly order_id: string | null;
}

const PAYMENT_TYPES = ['PAYMENT_SUCCESS_WEBHOOK', 'PAYMENT_FAILED_WEBHOOK', 'PAYMENT_USER_DROPPED_WEBHOOK'];
const REFUND_MEMBERS: Readonly<Record<string, string>> = {
  REFUND_STATUS_WEBHOOK: 'refund',
  AUTO_REFUND_STATUS_WEBHOOK: 'auto_refund',
};

/** Reads a webhook whose signature was right. Whatever it holds, this does not throw. */
export const readWebhook = (rawBody: Buffer): PaymentEvent | RefundEvent | OtherEvent => {
  const event = parse(rawBody);
  if (!isJson(event)) return { kind: 'unreadable', type: null, order_id: null };
  const type = textOf(event, 'type') ?? null;
  const data = event['data'];
  const read = type === null ? undefined : (readPayment(type, data) ?? readRefund(type, data));
  return read ?? { kind: 'other', type, order_id: textOf(member(data, 'order'), 'order_id') ?? null };
};

const readPayment = (type: string, data: unknown): PaymentEvent | undefined => {
  const [order, payment] = [member(data, 'order'), member(data, 'payment')];
  const order_id = textOf(order, 'order_id');
  if (!PAYMENT_TYPES.includes(type) || order_id === undefined) return undefined;
  if (!hasText(payment, 'cf_payment_id')) return undefined;
  return {
    kind: 'payment',
    type,
    order_id,
    order_amount: numberOf(order, 'order_amount'),
    order_currency: textOf(order, 'order_currency') ?? '',
    ...parsePayment(payment),
  };
};

const readRefund = (type: string, data: unknown): RefundEvent | undefined => {
  const refund = member(data, REFUND_MEMBERS[type] ?? '');
  if (!hasText(refund, 'cf_refund_id')) return undefined;
  return { kind: 'refund', type, order_id: textOf(refund, 'order_id') ?? null, ...parseRefund(refund) };
};

const hasText = (value: Json, name: string): boolean => (textOf(value, name) ?? '') !== '';

// What is no text is no event either: nothing that is kept of it could be shown to anybody.
const UTF8 = new TextDecoder('utf-8', { fatal: true });

const parse = (rawBody: Buffer): unknown => {
  try {
    return JSON.parse(UTF8.decode(rawBody));
  } catch {
    return undefined;
  }
};
