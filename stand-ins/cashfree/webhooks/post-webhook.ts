import { createHash } from 'node:crypto';
import { API_VERSION } from '../api/api-door.js';

const PATIENCE_MS = 10_000;
const LONGEST_KEPT_ANSWER = 2000;

/** A webhook that was sent, or lost on purpose, as `/__webhooks` shows it. */
export interface SentWebhook {
  readonly at: string;
  readonly order_id: string | null;
  readonly type: string;
  readonly url: string;
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Neither a status nor an error: it was dropped. */
  readonly status?: number;
  readonly answer?: string;
  readonly error?: string;
}

/** The headers beside the signature. */
export const webhookHeaders = (
  attempt: number,
  timestamp: string,
  event: string,
): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  'x-webhook-attempt': String(attempt),
  'x-webhook-timestamp': timestamp,
  'x-webhook-version': API_VERSION,
  'x-idempotency-key': createHash('sha256').update(event).digest('base64'),
});

/** Sends the body once. Does not throw: what went wrong is in the result. */
export const postWebhook = async (webhook: SentWebhook, closing: AbortSignal): Promise<SentWebhook> => {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: webhook.headers,
      body: webhook.body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const answer = (await response.text()).slice(0, LONGEST_KEPT_ANSWER);
    return { ...webhook, status: response.status, answer };
  } catch (error) {
    return { ...webhook, error: error instanceof Error ? error.message : String(error) };
  }
};
