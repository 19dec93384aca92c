import { Injectable, Logger } from '@nestjs/common';
import { DomainError, events, type ErasureReceiptView, type ErasureView } from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { v4 as newReceiptId } from 'uuid';
import { ErasureRepository, type PendingErasure } from './erasure.repository.js';

const ANSWER_WITHIN_MS = 5000;

/** Deletes people's accounts, completely and whatever happens on the way. */
@Injectable()
export class ErasureService {
  private readonly log = new Logger(ErasureService.name);

  constructor(
    private readonly repository: ErasureRepository,
    private readonly events: EventPublisher,
  ) {}

  /**
   * Deletes an account. Once this answers the deletion happens, if not now then by the sweep.
   * @throws DomainError `not_found` when there is no such person (any more)
   */
  async erase(userId: string): Promise<ErasureReceiptView> {
    const pending = await this.repository.begin(userId, newReceiptId());
    if (pending === undefined) throw new DomainError('not_found');
    const { receipt_id } = pending;
    const finished = this.finish(pending).catch((error: unknown) => {
      this.log.warn('erasure goes on later', { receipt_id }, error);
    });
    // A life of evenings takes a while to delete; its owner need not wait for the end of it.
    await Promise.race([finished, pause(ANSWER_WITHIN_MS, undefined, { ref: false })]);
    return { receipt_id };
  }

  /** @throws DomainError `not_found` */
  async get(receiptId: string): Promise<ErasureView> {
    const row = await this.repository.find(receiptId);
    if (row === undefined) throw new DomainError('not_found');
    return {
      receipt_id: row.receipt_id,
      requested_at: row.requested_at.toISOString(),
      completed_at: row.completed_at?.toISOString() ?? null,
    };
  }

  /** Goes on with what a process that ended left behind. */
  async finishIncomplete(graceSeconds: number): Promise<void> {
    for (const pending of await this.repository.findIncomplete(graceSeconds)) {
      await this.finish(pending).catch((error: unknown) => {
        this.log.warn('erasure failed again', { receipt_id: pending.receipt_id }, error);
      });
    }
  }

  /**
   * Each step may be repeated, and each makes the next one safe: the door is shut before the rows go,
   * the past events go when nothing tells new ones, and the receipt forgets the person last.
   */
  private async finish({ receipt_id, user_id }: PendingErasure): Promise<void> {
    await this.events.publish(events.accountClosed, { user_id });
    await this.repository.deletePerson(user_id);
    await this.events.forget(user_id);
    // The first telling went with the rest; a gateway that starts now still has to know.
    await this.events.publish(events.accountClosed, { user_id });
    await this.repository.complete(receipt_id);
    this.log.log('account erased', { receipt_id });
  }
}
