import { Injectable, Logger } from '@nestjs/common';
import { DomainError, type AcceptWebhookRequest } from '@saathi/contracts';
import { webhooksTaken } from '@saathi/platform';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BillingConfig } from '../billing.config.js';
import { readWebhook } from '../cashfree/webhook-event.js';
import { isSignedByOneOf, isStale, parseWebhookTime } from '../cashfree/webhook-signature.js';
import type { Deed } from '../operator-record/operator-record.repository.js';
import { ReconciliationRepository } from '../reconciliation/reconciliation.repository.js';
import { WebhookActions } from './webhook-actions.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** The answer waits no longer for what the webhook brings about; it is durable already. */
const PATIENCE_MS = 1000;

/** Webhooks: checked, kept, answered, and acted on. */
@Injectable()
export class WebhooksService {
  private readonly log = new Logger(WebhooksService.name);

  constructor(
    private readonly inbox: WebhooksRepository,
    private readonly orders: ReconciliationRepository,
    private readonly actions: WebhookActions,
    private readonly config: BillingConfig,
  ) {}

  /**
   * Takes a webhook in; when this returns it is durable. What it says is acted on at once if that
   * works, else by the sweep.
   * @throws DomainError `signature_invalid`, `stale_timestamp`
   */
  async accept(request: AcceptWebhookRequest): Promise<void> {
    const raw_body = Buffer.from(request.raw_body_base64, 'base64');
    const sent_at = this.verify(request, raw_body);
    const stale = isStale(sent_at, new Date(), this.config.WEBHOOK_TOLERANCE_SECONDS);
    const event = readWebhook(raw_body);
    const id = await this.inbox.keep({
      body_sha256: createHash('sha256').update(raw_body).digest(),
      event_type: event.type,
      cashfree_order_id: event.order_id,
      raw_body,
      version: request.version,
      attempt: parseAttempt(request.attempt),
      sent_at,
      status: stale ? 'stale' : 'received',
    });
    if (stale) {
      webhooksTaken.inc({ outcome: 'stale' });
      // A replay must change nothing, a real late delivery must not be lost: the provider is asked.
      if (event.order_id !== null) await this.orders.checkSoon(event.order_id);
      throw new DomainError('stale_timestamp');
    }
    if (id === undefined) return;
    await Promise.race([this.process(id, raw_body), pause(PATIENCE_MS, undefined, { ref: false })]);
  }

  /** Has a webhook acted on once more, in a moment. @throws DomainError `not_found` */
  async replay(id: string, deed: Deed): Promise<void> {
    if (!(await this.inbox.replay(id, deed))) throw new DomainError('not_found');
  }

  /** Acts on what was kept but not yet acted on. */
  async processDue(): Promise<void> {
    for (const { id, raw_body, cashfree_order_id, given_up } of await this.inbox.takeDue()) {
      if (given_up) webhooksTaken.inc({ outcome: 'failed' });
      // Whose account was deleted has no words left here; what was paid is asked of the provider.
      const isBlank = raw_body.length === 0 && cashfree_order_id !== null;
      if ((given_up || isBlank) && cashfree_order_id !== null) await this.orders.checkSoon(cashfree_order_id);
      if (isBlank) await this.inbox.close(id, 'processed', 'asked_provider');
      else if (!given_up) await this.process(id, raw_body);
    }
  }

  private verify({ signature, timestamp }: AcceptWebhookRequest, rawBody: Buffer): Date {
    const sent_at = parseWebhookTime(timestamp ?? '');
    const { CASHFREE_WEBHOOK_SECRETS } = this.config;
    const isSigned = isSignedByOneOf(CASHFREE_WEBHOOK_SECRETS, signature ?? '', timestamp ?? '', rawBody);
    if (sent_at !== undefined && isSigned) return sent_at;
    webhooksTaken.inc({ outcome: 'signature_invalid' });
    throw new DomainError('signature_invalid');
  }

  private async process(id: string, rawBody: Buffer): Promise<void> {
    try {
      webhooksTaken.inc({ outcome: await this.actions.act(id, rawBody) });
    } catch (error) {
      this.log.warn('webhook kept for later', { webhook_id: id }, error);
      await this.inbox.retrySoon(id).catch(() => undefined);
    }
  }
}

const parseAttempt = (attempt: string | null): number | null =>
  attempt !== null && /^\d{1,6}$/.test(attempt) ? Number(attempt) : null;
