import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { jetstream } from '@nats-io/jetstream';
import { DomainError, type EventContract, type PersonalFact } from '@saathi/contracts';
import { purgePerson } from './event-stream.js';
import { NatsLink } from './nats-link.js';
import { personalSubject } from './subjects.js';
import { contextHeaders } from './wire.js';

const PUBLISH_LIMIT_MS = 2000;

/** Tells facts, always after their commit. */
@Injectable()
export class EventPublisher implements BeforeApplicationShutdown {
  private readonly log = new Logger(EventPublisher.name);
  private readonly pending = new Set<Promise<void>>();

  constructor(private readonly link: NatsLink) {}

  /**
   * Tells a fact and waits until the broker keeps it.
   * @param factId what makes the fact one: told twice within two minutes it is kept once
   * @throws DomainError `service_unavailable` when it is not kept
   */
  async publish<Payload extends PersonalFact>(
    contract: EventContract<Payload>,
    payload: Payload,
    factId?: string,
  ): Promise<void> {
    const headers = contextHeaders();
    try {
      await jetstream(this.link.requireUp()).publish(
        personalSubject(contract, payload.user_id),
        JSON.stringify(payload),
        {
          timeout: PUBLISH_LIMIT_MS,
          ...(factId === undefined ? {} : { msgID: `${contract.subject}:${factId}` }),
          ...(headers === undefined ? {} : { headers }),
        },
      );
    } catch (cause) {
      throw new DomainError(
        'service_unavailable',
        'The event could not be kept; try again in a moment.',
        {},
        { cause },
      );
    }
  }

  /**
   * Tells a fact that may be lost: a sweep finds it again, or a client reads the row on its next
   * open. Returns at once.
   */
  announce<Payload extends PersonalFact>(
    contract: EventContract<Payload>,
    payload: Payload,
    factId?: string,
  ): void {
    const telling = this.publish(contract, payload, factId)
      .catch((error: unknown) => {
        this.log.warn('event not told', { subject: contract.subject }, error);
      })
      .finally(() => this.pending.delete(telling));
    this.pending.add(telling);
  }

  /**
   * Tells an open client something that it can also ask for: kept like any event, but nobody waits for that, which
   * costs a third.
   */
  hint<Payload extends PersonalFact>(contract: EventContract<Payload>, payload: Payload): void {
    const headers = contextHeaders();
    try {
      this.link.requireUp().publish(personalSubject(contract, payload.user_id), JSON.stringify(payload), {
        ...(headers === undefined ? {} : { headers }),
      });
    } catch (error) {
      this.log.warn('event not told', { subject: contract.subject }, error);
    }
  }

  /**
   * Takes every event about a person out of the broker.
   * @throws DomainError `service_unavailable` when the broker is away
   */
  async forget(userId: string): Promise<void> {
    await purgePerson(this.link.requireUp(), userId);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.pending);
  }
}
