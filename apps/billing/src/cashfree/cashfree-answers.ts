import type { ProviderOrder, ProviderPayment, ProviderRefund } from './payment-provider.js';

/** Any JSON object of the provider. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that is an object, or an empty one. */
export const member = (value: unknown, name: string): Json => {
  const found = isJson(value) ? value[name] : undefined;
  return isJson(found) ? found : {};
};

// NUL and half a surrogate pair: no column can hold them, so no id or word of ours has them.
const UNSTORABLE = /\0|\p{Cs}/u;

/** A member as text. Cashfree gives ids as numbers in some versions and as strings in others. */
export const textOf = (value: Json, name: string): string | undefined => {
  const found = value[name];
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && !UNSTORABLE.test(found) ? found : undefined;
};

/** A member as a number; NaN when it is none, which equals no amount. */
export const numberOf = (value: Json, name: string): number => {
  const found = value[name];
  if (typeof found === 'number') return found;
  return typeof found === 'string' && found.trim() !== '' ? Number(found) : Number.NaN;
};

export const parseOrder = (answer: unknown): ProviderOrder => {
  const order = isJson(answer) ? answer : {};
  return {
    cf_order_id: textOf(order, 'cf_order_id') ?? '',
    order_status: textOf(order, 'order_status') ?? '',
    order_amount: numberOf(order, 'order_amount'),
    order_currency: textOf(order, 'order_currency') ?? '',
    payment_session_id: textOf(order, 'payment_session_id') ?? null,
  };
};

export const parsePayment = (answer: unknown): ProviderPayment => {
  const payment = isJson(answer) ? answer : {};
  return {
    cf_payment_id: textOf(payment, 'cf_payment_id') ?? '',
    payment_status: textOf(payment, 'payment_status') ?? '',
    payment_amount: numberOf(payment, 'payment_amount'),
    payment_currency: textOf(payment, 'payment_currency') ?? '',
    message: textOf(payment, 'payment_message')?.slice(0, LONGEST_TEXT) ?? null,
    payment_group: textOf(payment, 'payment_group')?.slice(0, LONGEST_TEXT) ?? null,
    bank_reference: textOf(payment, 'bank_reference')?.slice(0, LONGEST_TEXT) ?? null,
    paid_at: instantOf(payment, 'payment_time'),
  };
};

/** A refund, whoever began it. One that Cashfree made of itself has no id of ours. */
export const parseRefund = (answer: unknown): ProviderRefund => {
  const refund = isJson(answer) ? answer : {};
  const cf_refund_id = textOf(refund, 'cf_refund_id') ?? '';
  return {
    refund_id: textOf(refund, 'refund_id') ?? `auto_${cf_refund_id}`,
    cf_refund_id,
    cf_payment_id: textOf(refund, 'cf_payment_id') ?? null,
    refund_amount: numberOf(refund, 'refund_amount'),
    refund_currency: textOf(refund, 'refund_currency') ?? '',
    refund_status: textOf(refund, 'refund_status') ?? '',
    refund_type: textOf(refund, 'refund_type')?.slice(0, LONGEST_TEXT) ?? 'UNKNOWN',
  };
};

const LONGEST_TEXT = 200;

const instantOf = (value: Json, name: string): Date | null => {
  const at = new Date(textOf(value, name) ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
};
