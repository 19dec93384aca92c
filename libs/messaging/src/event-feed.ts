import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  AckPolicy,
  DeliverPolicy,
  jetstream,
  type ConsumerMessages,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import { nanos, nuid } from '@nats-io/transport-node';
import type { EventContract, PersonalFact } from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureEventStream, findEventStream } from './event-stream.js';
import { NatsLink } from './nats-link.js';
import { EVENT_STREAM } from './subjects.js';

/** An event as every replica sees it. */
export interface FeedItem {
  /** Its place in the stream: rises with every event, the same on every replica. */
  readonly seq: number;
  /** Its contract's subject. */
  readonly subject: string;
  readonly user_id: string;
  readonly payload: PersonalFact;
}

const RESUME_MS = 100;
/** How many past events are fetched at a time. */
const BATCH = 500;
const REPLAY_WAIT_MS = 2000;
const LOOK_UP_MS = 5000;

/**
 * Shows the events to every replica, where a handler's event goes to one. Nothing is acknowledged:
 * who was away reads on from where it stopped.
 */
@Injectable()
export class EventFeed implements BeforeApplicationShutdown {
  private readonly log = new Logger(EventFeed.name);
  private stopped = false;
  private messages: ConsumerMessages | undefined;

  constructor(private readonly link: NatsLink) {
    // A broker that was restarted has forgotten who was reading; by itself that is noticed much later.
    link.onLost(() => this.messages?.stop());
  }

  /**
   * Shows each event from `since` on, in order. Resolves when all that had happened by now was shown.
   */
  async follow(since: Date, show: (item: FeedItem) => void): Promise<void> {
    await new Promise<void>((caughtUp) => {
      void this.run(since, show, caughtUp);
    });
  }

  /** The place of the newest event. */
  async lastSeq(): Promise<number> {
    const manager = await findEventStream(this.link.requireUp());
    return (await manager.streams.info(EVENT_STREAM)).state.last_seq;
  }

  /**
   * The past events of one person after `seq`, oldest first.
   * @throws DomainError `service_unavailable`, or what the broker says; a part is never given for the whole
   */
  async replay(userId: string, seq: number, contracts: readonly EventContract[]): Promise<FeedItem[]> {
    const consumer = await jetstream(this.link.requireUp()).consumers.get(EVENT_STREAM, {
      name_prefix: this.newName(),
      filter_subjects: `event.*.*.${userId}`,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: seq + 1,
      inactive_threshold: nanos(REPLAY_WAIT_MS),
    });
    const items: FeedItem[] = [];
    for (let pending = (await consumer.info()).num_pending; pending > 0;) {
      const batch = await consumer.fetch({ max_messages: Math.min(pending, BATCH), expires: REPLAY_WAIT_MS });
      let fetched = 0;
      for await (const message of batch) {
        fetched += 1;
        this.showOne(message, (item) => items.push(item));
      }
      if (fetched === 0) throw new Error('past events did not come in time');
      pending -= fetched;
    }
    await consumer.delete().catch(() => false);
    return items.filter(({ subject }) => contracts.some((contract) => contract.subject === subject));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.messages?.close();
  }

  /** For a passing consumer: says whose it is to whoever lists them. */
  private newName(): string {
    return `${this.link.app}_feed_${nuid.next()}`;
  }

  // A method, since the compiler would take a property for unchanged across an await.
  private isStopped(): boolean {
    return this.stopped;
  }

  private async run(since: Date, show: (item: FeedItem) => void, caughtUp: () => void): Promise<void> {
    let next: number | undefined;
    while (!this.isStopped()) {
      try {
        await this.link.whenUp();
        next = await this.link.unlessLost(this.placeToReadFrom(next, since));
        const { messages, pending } = await this.link.unlessLost(this.readFrom(next));
        this.messages = messages;
        if (pending === 0) caughtUp();
        for await (const message of messages) {
          next = message.seq + 1;
          this.showOne(message, show);
          if (message.info.pending === 0) caughtUp();
        }
      } catch (error) {
        this.log.warn('event feed interrupted', {}, error);
      }
      if (!this.isStopped()) await pause(RESUME_MS);
    }
  }

  /** An event that cannot be read, or shown, must not keep those after it from being heard. */
  private showOne(message: JsMsg, show: (item: FeedItem) => void): void {
    try {
      show(toItem(message));
    } catch (error) {
      this.log.error('event passed over', { seq: message.seq }, error);
    }
  }

  private async readFrom(place: number): Promise<{ messages: ConsumerMessages; pending: number }> {
    // By place, never by time: the library repeats a start by place when it has to begin again.
    const consumer = await jetstream(this.link.connection).consumers.get(EVENT_STREAM, {
      name_prefix: this.newName(),
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: place,
    });
    const { num_pending } = await consumer.info(true);
    return { messages: await consumer.consume(), pending: num_pending };
  }

  /** Where to go on. A stream that ends before that has begun anew: the broker lost its data. */
  private async placeToReadFrom(next: number | undefined, since: Date): Promise<number> {
    const manager = await ensureEventStream(this.link.connection);
    if (next === undefined) return firstPlaceSince(manager, this.newName(), since);
    const { last_seq } = (await manager.streams.info(EVENT_STREAM)).state;
    return next > last_seq + 1 ? 1 : next;
  }
}

/** The place of the first event since then, or of the next one to come. */
const firstPlaceSince = async (manager: JetStreamManager, name: string, since: Date): Promise<number> => {
  const { delivered } = await manager.consumers.add(EVENT_STREAM, {
    name,
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: since.toISOString(),
    ack_policy: AckPolicy.None,
    inactive_threshold: nanos(LOOK_UP_MS),
    mem_storage: true,
  });
  await manager.consumers.delete(EVENT_STREAM, name);
  return delivered.stream_seq + 1;
};

const toItem = (message: JsMsg): FeedItem => {
  const cut = message.subject.lastIndexOf('.');
  const payload: unknown = message.json();
  if (typeof payload !== 'object' || payload === null) throw new Error('an event without members');
  return {
    seq: message.seq,
    subject: message.subject.slice(0, cut),
    user_id: message.subject.slice(cut + 1),
    payload: message.json<PersonalFact>(),
  };
};
