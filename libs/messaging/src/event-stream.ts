import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { EventContract } from '@saathi/contracts';

/** The stream that keeps every event for a while. */
export const EVENT_STREAM = 'SAATHI';

const DAY_MS = 86_400_000;
/** A delivery is due for another try when nothing was heard of it for this long. */
export const ACK_WAIT_MS = 15_000;
/** Events one replica works on at the same time. */
const IN_FLIGHT = 8;

/** Where an event of one person travels: its own subject, then the person. */
export const personalSubject = ({ subject }: EventContract, userId: string): string => `${subject}.${userId}`;

/** Makes the stream, or brings it up to date. */
export const ensureEventStream = async (connection: NatsConnection): Promise<JetStreamManager> => {
  const manager = await jetstreamManager(connection);
  const wanted = {
    subjects: ['event.>'],
    max_age: nanos(7 * DAY_MS),
    discard: DiscardPolicy.Old,
    duplicate_window: nanos(120_000),
  };
  try {
    await manager.streams.update(EVENT_STREAM, wanted);
  } catch {
    await manager.streams.add({
      name: EVENT_STREAM,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      ...wanted,
    });
  }
  return manager;
};

/**
 * Makes the durable consumer that one app hears one event with. How often a delivery is tried is
 * counted by the app, which keeps what it gives up on; so the broker sets no limit of its own.
 * @returns its name
 */
export const ensureConsumer = async (
  manager: JetStreamManager,
  app: string,
  { subject }: EventContract,
): Promise<string> => {
  const durable_name = `${app}_${subject.slice('event.'.length).replaceAll('.', '_')}`;
  await manager.consumers.add(EVENT_STREAM, {
    durable_name,
    filter_subject: `${subject}.*`,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    max_deliver: -1,
    max_ack_pending: IN_FLIGHT,
  });
  return durable_name;
};
