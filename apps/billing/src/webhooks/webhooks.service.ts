import { Injectable, Logger } from '@nestjs/common';
import { DomainError, type AcceptWebhookRequest } from '@saathi/contracts';
import { createHash } from 'node:crypto';
import { BillingConfig } from '../billing.config.js';
import { readWebhook, type PaymentEvent } from '../cashfree/webhook-event.js';
import { isSignedByOneOf, isStale, parseWebhookTime } from '../cashfree/webhook-signature.js';
import { GrantsService } from '../payments/grants.service.js';
import { PaymentsRepository } from '../payments/payments.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Webhooks: checked, kept, then acted on. */
@Injectable()
export class WebhooksService {
  private readonly log = new Logger(WebhooksService.name);

  constructor(
    private readonly inbox: WebhooksRepository,
    private readonly payments: PaymentsRepository,
    private readonly grants: GrantsService,
    private readonly config: BillingConfig,
  ) {}

  /**
   * Takes a webhook in; when this returns it is durable. What it says is acted on at once if that
   * works, else by the sweep.
   * @throws DomainError `signature_invalid`, `stale_timestamp`
   */
  async accept(request: AcceptWebhookRequest): Promise<void> {
    const raw_body = Buffer.from(request.raw_body_base64, 'base64');
    const signature = request.signature ?? '';
    const timestamp = request.timestamp ?? '';
    const sent_at = parseWebhookTime(timestamp);
    const { CASHFREE_WEBHOOK_SECRETS, WEBHOOK_TOLERANCE_SECONDS } = this.config;
    if (sent_at === undefined || !isSignedByOneOf(CASHFREE_WEBHOOK_SECRETS, signature, timestamp, raw_body)) {
      throw new DomainError('signature_invalid');
    }
    const stale = isStale(sent_at, new Date(), WEBHOOK_TOLERANCE_SECONDS);
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
      // A replay must change nothing, a real late delivery must not be lost: the provider is asked.
      if (event.order_id !== null) await this.payments.checkSoon(event.order_id);
      throw new DomainError('stale_timestamp');
    }
    if (id !== undefined) {
      await this.process(id, raw_body).catch((error: unknown) => {
        this.log.warn('webhook kept for later', { webhook_id: id }, error);
      });
    }
  }

  /** Acts on what was kept but not yet acted on. */
  async processDue(): Promise<void> {
    for (const { id, raw_body } of await this.inbox.takeDue()) {
      await this.process(id, raw_body).catch((error: unknown) => {
        this.log.warn('webhook failed again', { webhook_id: id }, error);
      });
    }
  }

  private async process(id: string, rawBody: Buffer): Promise<void> {
    const event = readWebhook(rawBody);
    if (event.kind !== 'payment') {
      await this.inbox.close(id, event.kind === 'unreadable' ? 'quarantined' : 'ignored', event.type);
    } else if (await this.payments.isKnown(event.order_id)) {
      await this.apply(event);
      await this.inbox.close(id, 'processed', null);
    } else {
      // Our own row may be a moment behind; after that the order is somebody else's.
      await this.inbox.ignoreUnknown(id);
    }
  }

  private async apply(event: PaymentEvent): Promise<void> {
    await this.payments.recordAttempt(event.order_id, event);
    if (event.payment_status === 'SUCCESS') await this.grants.succeeded(event.order_id, event);
    else if (event.payment_status !== 'PENDING') await this.grants.failed(event.order_id);
  }
}

const parseAttempt = (attempt: string | null): number | null =>
  attempt !== null && /^\d{1,6}$/.test(attempt) ? Number(attempt) : null;
