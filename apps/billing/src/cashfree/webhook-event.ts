import { isJson, member, numberOf, textOf } from './cashfree-answers.js';

/** What a payment webhook says. */
export interface PaymentEvent {
  readonly kind: 'payment';
  readonly type: string;
  readonly order_id: string;
  readonly order_amount: number;
  readonly order_currency: string;
  readonly cf_payment_id: string;
  readonly payment_status: string;
  readonly payment_amount: number;
  readonly payment_currency: string;
}

/** Something we need not act on. */
export interface OtherEvent {
  readonly kind: 'other' | 'unreadable';
  readonly type: string | null;
  readonly order_id: string | null;
}

const PAYMENT_TYPES = ['PAYMENT_SUCCESS_WEBHOOK', 'PAYMENT_FAILED_WEBHOOK', 'PAYMENT_USER_DROPPED_WEBHOOK'];

/** Reads a webhook whose signature was right. Whatever it holds, this does not throw. */
export const readWebhook = (rawBody: Buffer): PaymentEvent | OtherEvent => {
  const event = parse(rawBody);
  if (!isJson(event)) return { kind: 'unreadable', type: null, order_id: null };
  const type = textOf(event, 'type') ?? null;
  const order = member(event['data'], 'order');
  const payment = member(event['data'], 'payment');
  const order_id = textOf(order, 'order_id') ?? null;
  const cf_payment_id = textOf(payment, 'cf_payment_id');
  if (type === null || !PAYMENT_TYPES.includes(type) || order_id === null || cf_payment_id === undefined) {
    return { kind: 'other', type, order_id };
  }
  return {
    kind: 'payment',
    type,
    order_id,
    order_amount: numberOf(order, 'order_amount'),
    order_currency: textOf(order, 'order_currency') ?? '',
    cf_payment_id,
    payment_status: textOf(payment, 'payment_status') ?? '',
    payment_amount: numberOf(payment, 'payment_amount'),
    payment_currency: textOf(payment, 'payment_currency') ?? '',
  };
};

const parse = (rawBody: Buffer): unknown => {
  try {
    return JSON.parse(rawBody.toString());
  } catch {
    return undefined;
  }
};
