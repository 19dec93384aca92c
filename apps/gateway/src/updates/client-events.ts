import { events, type EventContract } from '@saathi/contracts';

/** The events that are shown to the open clients of the person they are about. */
export const clientEvents: readonly EventContract[] = [
  events.summaryUpdated,
  events.personaUpdated,
  events.subscriptionActivated,
  events.subscriptionRevoked,
  events.paymentUpdated,
  events.usageUpdated,
  events.sessionEnded,
];

/** Every event the gateway acts on. */
export const heardByGateway: readonly EventContract[] = [
  ...clientEvents,
  events.loginRevoked,
  events.accountClosed,
];
