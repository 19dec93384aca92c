import { createHmac } from 'node:crypto';

/**
 * The `x-webhook-signature` of a body.
 * @param timestamp the value of `x-webhook-timestamp`, in milliseconds
 */
export const signWebhook = (secret: string, timestamp: string, rawBody: string): string =>
  createHmac('sha256', secret)
    .update(timestamp + rawBody)
    .digest('base64');

/** A wrong way to sign that looks right: the timestamp is left out. */
export const signBodyOnly = (secret: string, rawBody: string): string => signWebhook(secret, '', rawBody);
