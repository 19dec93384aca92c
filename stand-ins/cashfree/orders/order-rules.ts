import { randomUUID } from 'node:crypto';
import { objectAt, type JsonObject } from '../../json-value.js';
import { fieldInvalid, fieldMissing } from '../cashfree-errors.js';
import { requiredNumber, requiredText, optionalText } from './fields.js';
import type { CustomerDetails, OrderMeta, OrderRequest } from './order.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LONGEST_LIFE_MS = 30 * DAY_MS;
const MOST_TAGS = 10;

/**
 * Checks the body of a create-order call by Cashfree's rules.
 * @param shortestLifeMs an expiry time has to be further away than this
 * @throws HttpError 400 naming the field
 */
export const readOrderRequest = (body: JsonObject, shortestLifeMs: number): OrderRequest => ({
  order_id:
    optionalText(
      body,
      'order_id',
      /^[A-Za-z0-9_-]{3,45}$/,
      'should be alpha numeric with _ and -, 3 to 45 long',
    ) ?? `order_${randomUUID().replaceAll('-', '')}`,
  order_amount: readAmount(body),
  order_currency: requiredText(body, 'order_currency', /^INR$/, 'should be INR'),
  customer_details: readCustomer(body),
  order_note: optionalText(body, 'order_note', /^.{3,200}$/s, 'should be 3 to 200 long') ?? null,
  order_tags: readTags(body),
  order_meta: readMeta(body),
  expires_at: readExpiry(body, shortestLifeMs),
});

const readAmount = (body: JsonObject): number => {
  const amount = requiredNumber(body, 'order_amount');
  if (amount < 1) throw fieldInvalid('order_amount', 'should be at least 1', amount);
  if (!hasPaiseOnly(amount)) throw fieldInvalid('order_amount', 'should have two decimals at most', amount);
  return amount;
};

const hasPaiseOnly = (amount: number): boolean => Number(amount.toFixed(2)) === amount;

const readCustomer = (body: JsonObject): CustomerDetails => {
  if (body.customer_details === undefined) throw fieldMissing('customer_details');
  const customer = objectAt(body, 'customer_details');
  const at = 'customer_details.';
  return {
    customer_id: requiredText(
      customer,
      'customer_id',
      /^[A-Za-z0-9_-]{3,50}$/,
      'should be alpha numeric and may contain underscore or hyphens, 3 to 50 long',
      at,
    ),
    customer_phone: requiredText(
      customer,
      'customer_phone',
      /^(?:\d{10}|\+\d{8,14})$/,
      'should be 10 digits, or begin with the country code',
      at,
    ),
    customer_name:
      optionalText(customer, 'customer_name', /^.{3,100}$/s, 'should be 3 to 100 long', at) ?? null,
    customer_email: optionalText(customer, 'customer_email', /^\S+@\S+$/, 'should be an address', at) ?? null,
  };
};

const readMeta = (body: JsonObject): OrderMeta => {
  const meta = objectAt(body, 'order_meta');
  const rule = 'should be a web address of 250 characters at most';
  const url = (field: string): string | null =>
    optionalText(meta, field, /^(?=.{1,250}$)https?:\/\/\S+$/, rule, 'order_meta.') ?? null;
  return {
    return_url: url('return_url'),
    notify_url: url('notify_url'),
    payment_methods: optionalText(meta, 'payment_methods', /.*/, '', 'order_meta.') ?? null,
  };
};

const readTags = (body: JsonObject): OrderRequest['order_tags'] => {
  if (body.order_tags === undefined || body.order_tags === null) return null;
  const tags = Object.entries(objectAt(body, 'order_tags'));
  const areTexts = tags.every(
    (tag): tag is [string, string] =>
      typeof tag[1] === 'string' && tag[1].length >= 1 && tag[1].length <= 255,
  );
  if (tags.length > MOST_TAGS || !areTexts) {
    throw fieldInvalid('order_tags', 'should be at most 10 texts of 1 to 255', body.order_tags);
  }
  return Object.fromEntries(tags);
};

const readExpiry = (body: JsonObject, shortestLifeMs: number): number => {
  const given = body.order_expiry_time;
  if (given === undefined || given === null) return Date.now() + LONGEST_LIFE_MS;
  const expiresAt = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  const life = expiresAt - Date.now();
  if (!(life > shortestLifeMs && life < LONGEST_LIFE_MS)) {
    const minutes = String(shortestLifeMs / MINUTE_MS);
    const rule = `should be more than ${minutes} min and less than 30 days away, in ISO 8601`;
    throw fieldInvalid('order_expiry_time', rule, given);
  }
  return expiresAt;
};
