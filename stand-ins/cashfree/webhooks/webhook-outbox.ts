import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BoundedList } from '../../bounded-list.js';
import type { CashfreeFaults } from '../cashfree-faults.js';
import type { Order } from '../orders/order.js';
import { amountsJson } from './amounts-json.js';
import { merge } from './merge.js';
import { postWebhook, webhookHeaders, type SentWebhook } from './post-webhook.js';
import type { WebhookPayload } from './webhook-payloads.js';
import { signWebhook } from './webhook-signature.js';

const KEPT_WEBHOOKS = 1000;
const DELAY_MS = 5000;
const COPIES = 2;
const LOWERED = { data: { order: { order_amount: 1 }, payment: { payment_amount: 1 } } };
const OTHER_CURRENCY = { data: { order: { order_currency: 'USD' }, payment: { payment_currency: 'USD' } } };

export interface OutboxOptions {
  readonly secret: string;
  /** The endpoint set "in the dashboard", beside each order's own `notify_url`. */
  readonly webhook_url: string | undefined;
  /** Pauses before the second, third … attempt. */
  readonly retry_seconds: readonly number[];
}

/** Something that happened, ready to be sent as often as it takes. */
interface WebhookEvent {
  readonly id: string;
  readonly order_id: string;
  readonly type: string;
  readonly body: string;
  readonly urls: readonly string[];
}

/** Delivers webhooks at least once, with retries, and misbehaves as the faults say. */
export class WebhookOutbox {
  private readonly sent = new BoundedList<SentWebhook>(KEPT_WEBHOOKS);
  private readonly closing = new AbortController();
  private held: readonly WebhookEvent[] = [];

  constructor(
    private readonly options: OutboxOptions,
    private readonly faults: CashfreeFaults,
  ) {}

  /** Oldest first. */
  all(): readonly SentWebhook[] {
    return this.sent.all();
  }

  clear(): void {
    this.sent.clear();
  }

  close(): void {
    this.closing.abort();
  }

  /** The addresses that hear of an order. */
  urlsFor(order: Order): readonly string[] {
    const urls = [order.order_meta.notify_url, this.options.webhook_url];
    return urls.filter((url) => typeof url === 'string');
  }

  /** Sends what happened to everybody who hears of the order, without waiting for it. */
  announce(order: Order, payload: WebhookPayload): void {
    const event = this.eventOf(order, payload);
    if (this.faults.take(['drop_webhooks'])) {
      for (const url of event.urls) this.sent.add(describe(event, url, 1, {}));
    } else if (this.held.length === 0 && this.faults.take(['reorder_webhooks'])) {
      this.held = [event];
    } else {
      void this.deliver([event, ...this.held]);
      this.held = [];
    }
  }

  /** One attempt with headers of the caller's making. */
  async send(webhook: SentWebhook): Promise<SentWebhook> {
    const sent = await postWebhook(webhook, this.closing.signal);
    this.sent.add(sent);
    return sent;
  }

  private eventOf(order: Order, payload: WebhookPayload): WebhookEvent {
    const lowered = this.faults.take(['lower_amount_in_webhook']) ? merge(payload, LOWERED) : payload;
    const body = this.faults.take(['other_currency'], 'webhook') ? merge(lowered, OTHER_CURRENCY) : lowered;
    return {
      id: randomUUID(),
      order_id: order.order_id,
      type: payload.type,
      body: amountsJson(body),
      urls: this.urlsFor(order),
    };
  }

  private async deliver(events: readonly WebhookEvent[]): Promise<void> {
    const delay = this.faults.take(['delay_webhooks']);
    const copies = this.faults.take(['duplicate_webhooks']);
    const deliveries = Array.from({ length: copies === undefined ? 1 : (copies.count ?? COPIES) });
    try {
      if (delay !== undefined) await this.pause(delay.ms ?? DELAY_MS);
      for (const event of events) {
        const urls = deliveries.flatMap(() => event.urls);
        await Promise.all(urls.map((url) => this.tryFirst(event, url)));
      }
    } catch (error) {
      if (!this.closing.signal.aborted) throw error;
    }
  }

  private async tryFirst(event: WebhookEvent, url: string): Promise<void> {
    if (!(await this.attempt(event, url, 1))) void this.retry(event, url);
  }

  private async retry(event: WebhookEvent, url: string): Promise<void> {
    try {
      for (const [index, seconds] of this.options.retry_seconds.entries()) {
        await this.pause(seconds * 1000);
        if (await this.attempt(event, url, index + 2)) return;
      }
    } catch (error) {
      if (!this.closing.signal.aborted) throw error;
    }
  }

  /** @returns whether the receiver took it: only 200 counts */
  private async attempt(event: WebhookEvent, url: string, attempt: number): Promise<boolean> {
    const timestamp = String(Date.now());
    const headers = {
      ...webhookHeaders(attempt, timestamp, event.id),
      'x-webhook-signature': signWebhook(this.options.secret, timestamp, event.body),
    };
    return (await this.send(describe(event, url, attempt, headers))).status === 200;
  }

  private async pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.closing.signal });
  }
}

const describe = (
  { order_id, type, body }: WebhookEvent,
  url: string,
  attempt: number,
  headers: SentWebhook['headers'],
): SentWebhook => ({ at: new Date().toISOString(), order_id, type, url, attempt, headers, body });
