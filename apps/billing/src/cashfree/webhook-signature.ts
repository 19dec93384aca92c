import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs a webhook the way Cashfree does: base64 of HMAC-SHA256 over the timestamp and the raw body. */
export const signWebhook = (timestamp: string, rawBody: Buffer, secret: string): string =>
  createHmac('sha256', secret).update(timestamp).update(rawBody).digest('base64');

/** Whether one of our secrets made the signature; every one is tried, each in constant time. */
export const isSignedByOneOf = (
  secrets: readonly string[],
  signature: string,
  timestamp: string,
  rawBody: Buffer,
): boolean => {
  const given = Buffer.from(signature);
  return secrets
    .map((secret) => Buffer.from(signWebhook(timestamp, rawBody, secret)))
    .map((wanted) => given.length === wanted.length && timingSafeEqual(given, wanted))
    .includes(true);
};

const FIRST_MILLISECONDS = 1e12;

/** The instant a webhook was sent, from its header: milliseconds, or seconds in older versions. */
export const parseWebhookTime = (timestamp: string): Date | undefined => {
  if (!/^\d{9,15}$/.test(timestamp)) return undefined;
  const value = Number(timestamp);
  return new Date(value > FIRST_MILLISECONDS ? value : value * 1000);
};

const AHEAD_LIMIT_MS = 300_000;

/** Whether a webhook is too old, or from too far in the future, to be acted on by itself. */
export const isStale = (sentAt: Date, now: Date, toleranceSeconds: number): boolean =>
  now.getTime() - sentAt.getTime() > toleranceSeconds * 1000 ||
  sentAt.getTime() - now.getTime() > AHEAD_LIMIT_MS;
