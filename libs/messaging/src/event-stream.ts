import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { EventContract } from '@saathi/contracts';
import { durableOf, EVENT_STREAM } from './subjects.js';

const DAY_MS = 86_400_000;
/** A delivery is due for another try when nothing was heard of it for this long. */
export const ACK_WAIT_MS = 15_000;
/** Events one replica works on at the same time. */
const IN_FLIGHT = 8;

/** What may change in later versions. */
const CHANGEABLE = {
  subjects: ['event.>'],
  max_age: nanos(7 * DAY_MS),
  discard: DiscardPolicy.Old,
  duplicate_window: nanos(120_000),
};

/** Makes the stream if there is none. */
export const findEventStream = async (connection: NatsConnection): Promise<JetStreamManager> => {
  // Without asking about the account first: that would be a right more.
  const manager = await jetstreamManager(connection, { checkAPI: false });
  try {
    await manager.streams.info(EVENT_STREAM);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await manager.streams.add({
      name: EVENT_STREAM,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      ...CHANGEABLE,
    });
  }
  return manager;
};

/** Makes the stream, or brings it up to date. */
export const ensureEventStream = async (connection: NatsConnection): Promise<JetStreamManager> => {
  const manager = await findEventStream(connection);
  await manager.streams.update(EVENT_STREAM, CHANGEABLE);
  return manager;
};

/** Takes every event about a person out of the stream. */
export const purgePerson = async (connection: NatsConnection, userId: string): Promise<void> => {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  try {
    await manager.streams.purge(EVENT_STREAM, { filter: `event.*.*.${userId}` });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};

/**
 * Makes the durable consumer that one app hears one event with. How often a delivery is tried is
 * counted by the app, which keeps what it gives up on; so the broker sets no limit of its own.
 * @returns its name
 */
export const ensureConsumer = async (
  manager: JetStreamManager,
  app: string,
  contract: EventContract,
): Promise<string> => {
  const durable_name = durableOf(app, contract);
  await manager.consumers.add(EVENT_STREAM, {
    durable_name,
    filter_subject: `${contract.subject}.*`,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    max_deliver: -1,
    max_ack_pending: IN_FLIGHT,
  });
  return durable_name;
};

const isMissing = (error: unknown): boolean =>
  error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;
