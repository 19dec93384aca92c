import { Injectable } from '@nestjs/common';
import { readWebhook, type OtherEvent, type PaymentEvent } from '../cashfree/webhook-event.js';
import { GrantsRepository } from '../grants/grants.repository.js';
import { GrantsService } from '../grants/grants.service.js';
import { PaymentsRepository } from '../payments/payments.repository.js';
import { RefundsService } from '../refunds/refunds.service.js';
import { WebhooksRepository } from './webhooks.repository.js';

const LONGEST_REASON = 100;

/** What came of a webhook, for counting. */
export type WebhookResult = 'processed' | 'ignored' | 'quarantined' | 'unknown_order';

/** What webhooks bring about. Acted on twice, nothing more happens. */
@Injectable()
export class WebhookActions {
  constructor(
    private readonly inbox: WebhooksRepository,
    private readonly payments: PaymentsRepository,
    private readonly attempts: GrantsRepository,
    private readonly grants: GrantsService,
    private readonly refunds: RefundsService,
  ) {}

  /** Acts on a webhook of the inbox and closes it. */
  async act(id: string, rawBody: Buffer): Promise<WebhookResult> {
    const event = readWebhook(rawBody);
    if (event.kind !== 'payment' && event.kind !== 'refund') return this.setAside(id, event);
    const isOurs =
      event.kind === 'payment'
        ? await this.actOnPayment(event)
        : await this.refunds.told(event.order_id, event);
    if (isOurs) {
      await this.inbox.close(id, 'processed', null);
      return 'processed';
    }
    // Our own row may be a moment behind; after that the order is somebody else's.
    await this.inbox.ignoreUnknown(id);
    return 'unknown_order';
  }

  private async setAside(id: string, { kind, type }: OtherEvent): Promise<WebhookResult> {
    const outcome = kind === 'unreadable' ? 'quarantined' : 'ignored';
    await this.inbox.close(id, outcome, type?.slice(0, LONGEST_REASON) ?? null);
    return outcome;
  }

  /** @returns whether the order is ours */
  private async actOnPayment(event: PaymentEvent): Promise<boolean> {
    if (!(await this.payments.isKnown(event.order_id))) return false;
    await this.attempts.recordAttempt(event.order_id, event);
    if (event.payment_status === 'SUCCESS') await this.grants.succeeded(event.order_id, event, false);
    else if (LOST.includes(event.payment_status)) await this.grants.failed(event.order_id);
    return true;
  }
}

/** Ways in which one try to pay ends without money. */
const LOST = ['FAILED', 'USER_DROPPED', 'CANCELLED', 'VOID'];
