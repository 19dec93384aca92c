import { Injectable, Logger } from '@nestjs/common';
import { events, type PaymentStatus, type SubscriptionActivatedEvent } from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { EntitlementsService } from '../entitlements/entitlements.service.js';

/** Tells open clients what has moved. All of it may be lost: clients read the rows on their next look. */
@Injectable()
export class Announcements {
  private readonly log = new Logger(Announcements.name);

  constructor(
    private readonly events: EventPublisher,
    private readonly entitlements: EntitlementsService,
  ) {}

  paymentMoved(payment_id: string, user_id: string, status: PaymentStatus): void {
    this.events.announce(events.paymentUpdated, { user_id, payment_id, status }, `${payment_id}:${status}`);
  }

  passGranted(pass: SubscriptionActivatedEvent): void {
    this.events.announce(events.subscriptionActivated, pass, pass.subscription_id);
    this.usageMoved(pass.user_id);
  }

  passEnded(user_id: string, subscription_id: string): void {
    this.events.announce(events.subscriptionRevoked, { user_id, subscription_id }, subscription_id);
    this.usageMoved(user_id);
  }

  private usageMoved(user_id: string): void {
    this.entitlements.getUsage(user_id).then(
      ({ total_messages, messages_left }) => {
        this.events.announce(events.usageUpdated, { user_id, total_messages, messages_left });
      },
      (error: unknown) => {
        this.log.warn('usage not told', { user_id }, error);
      },
    );
  }
}
