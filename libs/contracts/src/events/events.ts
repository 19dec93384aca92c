import { event } from '../contract.js';
import { AccountClosedEvent } from './account-closed.event.js';
import { EventDeadLetteredEvent } from './event-dead-lettered.event.js';
import { LoginRevokedEvent } from './login-revoked.event.js';
import { MessageDeletedEvent } from './message-deleted.event.js';
import { PaymentUpdatedEvent } from './payment-updated.event.js';
import { PersonaUpdatedEvent } from './persona-updated.event.js';
import { SessionDeletedEvent } from './session-deleted.event.js';
import { SessionEndedEvent } from './session-ended.event.js';
import { SubscriptionActivatedEvent } from './subscription-activated.event.js';
import { SubscriptionRevokedEvent } from './subscription-revoked.event.js';
import { SummaryUpdatedEvent } from './summary-updated.event.js';
import { UsageUpdatedEvent } from './usage-updated.event.js';

/** Facts told after their commit. For each: what follows if it is lost, doubled or late. */
export const events = {
  /**
   * A session has ended. Lost: the sweep of the summary service finds the session a minute later.
   * Doubled or late: the summary is already there, and nothing happens.
   */
  sessionEnded: event('event.session.ended', SessionEndedEvent, {
    toldBy: ['conversation', 'summary'],
    handledBy: ['summary'],
  }),
  /**
   * A session was deleted, with everything said in it. Lost: a row of `summaries_to_merge` was written with the
   * deletion, and the sweep of the summary service finds it a minute later. Doubled or late: the row is settled,
   * and nothing happens.
   */
  sessionDeleted: event('event.session.deleted', SessionDeletedEvent, {
    toldBy: ['conversation'],
    handledBy: ['summary'],
  }),
  /** A message was deleted. Lost, doubled or late: as with a session. */
  messageDeleted: event('event.message.deleted', MessageDeletedEvent, {
    toldBy: ['conversation'],
    handledBy: ['summary'],
  }),
  /** The Summary Tracker changed. Lost: it is read from its row on the next open. */
  summaryUpdated: event('event.summary.updated', SummaryUpdatedEvent, { toldBy: ['summary'] }),
  /** The companion has grown or was changed. Lost: read on the next open. */
  personaUpdated: event('event.persona.updated', PersonaUpdatedEvent, { toldBy: ['summary'] }),
  /** A payment has moved. Lost: the client asks for the payment, as it does anyway. */
  paymentUpdated: event('event.payment.updated', PaymentUpdatedEvent, { toldBy: ['billing'] }),
  /** A pass was granted. Lost: entitlement is read from the dates of the passes, not from this. */
  subscriptionActivated: event('event.subscription.activated', SubscriptionActivatedEvent, {
    toldBy: ['billing'],
  }),
  /** A pass ended before its time, because it was paid back. Lost: as with a pass that was granted. */
  subscriptionRevoked: event('event.subscription.revoked', SubscriptionRevokedEvent, { toldBy: ['billing'] }),
  /** What may be used has changed: a message was counted, a pass began or ended. Lost: the counter on screen is one behind until it is read again. */
  usageUpdated: event('event.usage.updated', UsageUpdatedEvent, {
    toldBy: ['billing', 'conversation'],
  }),
  /**
   * A login ended. Lost while a gateway was away: it reads the events of the last access-token life
   * when it comes back. Doubled: nothing happens.
   */
  loginRevoked: event('event.login.revoked', LoginRevokedEvent, { toldBy: ['auth'] }),
  /**
   * A person is having their account deleted. Lost while a gateway was away: as with a login, it reads
   * on when it comes back. Told twice, since the deletion takes the first telling from the stream.
   */
  accountClosed: event('event.account.closed', AccountClosedEvent, { toldBy: ['auth'] }),
  /** A listener gave up on an event. Not acknowledged until it is stored, so it is not lost. */
  eventDeadLettered: event('event.event.dead_lettered', EventDeadLetteredEvent, {
    toldBy: ['summary'],
    handledBy: ['summary'],
  }),
} as const;
