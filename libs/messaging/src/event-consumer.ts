import { Logger } from '@nestjs/common';
import { jetstream, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { events, type EventContract, type PersonalFact } from '@saathi/contracts';
import { eventsHandled, runInContext, vanished } from '@saathi/platform';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventPublisher } from './event-publisher.js';
import { ACK_WAIT_MS, ensureConsumer, findEventStream } from './event-stream.js';
import type { NatsLink } from './nats-link.js';
import { EVENT_STREAM } from './subjects.js';
import { HEADER, toWireError } from './wire.js';

/** Waits between the tries of a delivery; after the last one it is a dead letter. */
const BACKOFF_MS = [1000, 5000, 30_000, 120_000] as const;
const RESUME_MS = 100;

/** Hears one event on behalf of one app: takes, hands over, acknowledges, tries again, gives up. */
export class EventConsumer {
  private readonly log = new Logger(EventConsumer.name);
  private readonly underWay = new Set<Promise<void>>();
  private messages: ConsumerMessages | undefined;
  private readonly lastResort: number | undefined;
  private stopped = false;

  constructor(
    private readonly link: NatsLink,
    private readonly publisher: EventPublisher,
    private readonly contract: EventContract,
    private readonly handle: (payload: unknown) => Promise<void>,
  ) {
    // A dead letter cannot be given up: there is nothing behind it that would keep it.
    // By itself a lost connection is noticed only when several heartbeats have not come.
    link.onLost(() => this.messages?.stop());
    this.lastResort = contract === events.eventDeadLettered ? BACKOFF_MS.at(-1) : undefined;
  }

  /** Resolves when the first events may come. Goes on by itself after the broker was away or lost its data. */
  async start(): Promise<void> {
    const first = await this.open();
    void this.run(first);
  }

  /** Takes nothing more and waits for what is under way, for a while: what is not done then comes again. */
  async stop(limitMs: number): Promise<void> {
    this.stopped = true;
    await this.messages?.close();
    await Promise.race([Promise.all(this.underWay), pause(limitMs, undefined, { ref: false })]);
  }

  // A method, since the compiler would take a property for unchanged across an await.
  private isStopped(): boolean {
    return this.stopped;
  }

  private async run(first: ConsumerMessages): Promise<void> {
    let messages: ConsumerMessages | undefined = first;
    while (!this.isStopped()) {
      try {
        await this.link.whenUp();
        messages ??= await this.link.unlessLost(this.open());
        for await (const message of messages) this.take(message);
      } catch (error) {
        this.log.warn('event consumer interrupted', { subject: this.contract.subject }, error);
      }
      messages = undefined;
      if (!this.isStopped()) await pause(RESUME_MS);
    }
  }

  private async open(): Promise<ConsumerMessages> {
    const manager = await findEventStream(this.link.connection);
    const name = await ensureConsumer(manager, this.link.app, this.contract);
    const consumer = await jetstream(this.link.connection).consumers.get(EVENT_STREAM, name);
    this.messages = await consumer.consume({ abort_on_missing_resource: true });
    return this.messages;
  }

  private take(message: JsMsg): void {
    const work = this.process(message).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async process(message: JsMsg): Promise<void> {
    const stillAtIt = setInterval(() => {
      message.working();
    }, ACK_WAIT_MS / 3);
    const request_id = message.headers?.get(HEADER.requestId) ?? `event-${String(message.seq)}`;
    try {
      await runInContext({ request_id }, () => this.attempt(message));
    } catch (error) {
      // Even the dead letter could not be kept: the broker delivers the event again.
      this.log.warn(
        'event left for another delivery',
        { subject: this.contract.subject, seq: message.seq },
        error,
      );
    } finally {
      clearInterval(stillAtIt);
    }
  }

  private async attempt(message: JsMsg): Promise<void> {
    const deliveries = message.info.deliveryCount;
    // An event that kills its process never fails in the code below; it just comes back.
    if (deliveries > BACKOFF_MS.length + 1 && this.lastResort === undefined) {
      await this.giveUp(message, 'process_lost');
      return;
    }
    try {
      await this.handle(message.json());
      message.ack();
      this.count('done');
    } catch (error) {
      if (vanished(error) !== undefined) {
        // What the event was about was deleted while it was handled: there is nothing left to do.
        message.ack();
        this.count('vanished');
        return;
      }
      const reason = reasonOf(error);
      const delay = BACKOFF_MS[deliveries - 1] ?? this.lastResort;
      if (delay === undefined || reason === 'validation_failed') {
        this.log.error(
          'event given up',
          { subject: this.contract.subject, seq: message.seq, deliveries },
          error,
        );
        await this.giveUp(message, reason);
      } else {
        this.log.warn(
          'event failed, will be tried again',
          { subject: this.contract.subject, seq: message.seq, deliveries, retry_in_ms: delay },
          error,
        );
        message.nak(delay);
        this.count('retried');
      }
    }
  }

  private async giveUp(message: JsMsg, reason: string): Promise<void> {
    const { user_id } = message.json<PersonalFact>();
    await this.publisher.publish(
      events.eventDeadLettered,
      {
        user_id,
        subject: this.contract.subject,
        consumer: this.link.app,
        payload: message.string(),
        reason,
        deliveries: message.info.deliveryCount,
        failed_at: new Date().toISOString(),
      },
      `${this.link.app}:${String(message.seq)}`,
    );
    // Not term('reason'): nats-server 2.9 takes that for no answer at all.
    message.term();
    this.count('dead_lettered');
  }

  private count(outcome: string): void {
    eventsHandled.inc({ subject: this.contract.subject, outcome });
  }
}

const reasonOf = (error: unknown): string => {
  const { code } = toWireError(error);
  return code === 'internal' && error instanceof Error ? error.constructor.name : code;
};
