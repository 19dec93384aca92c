import { Injectable } from '@nestjs/common';
import { DomainError, events } from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { DeletionsRepository } from './deletions.repository.js';

/** Takes back what was said. What was learned from it goes with the event, or with the sweep behind it. */
@Injectable()
export class DeletionsService {
  constructor(
    private readonly deletions: DeletionsRepository,
    private readonly events: EventPublisher,
  ) {}

  /** @throws DomainError `not_found` */
  async deleteSession(user_id: string, session_id: string): Promise<void> {
    if (!(await this.deletions.deleteSession(user_id, session_id))) throw new DomainError('not_found');
    this.events.announce(events.sessionDeleted, { user_id, session_id }, session_id);
  }

  /** @throws DomainError `not_found` */
  async deleteMessage(user_id: string, message_id: string): Promise<void> {
    const session_id = await this.deletions.deleteMessage(user_id, message_id);
    if (session_id === undefined) throw new DomainError('not_found');
    this.events.announce(events.messageDeleted, { user_id, session_id, message_id }, message_id);
  }
}
