import { Injectable } from '@nestjs/common';
import { DomainError, pageOf, type ListMessagesRequest, type MessagePage } from '@saathi/contracts';
import { toListedView } from './listed-message.js';
import { MessagesRepository } from './messages.repository.js';

/** What was said. */
@Injectable()
export class MessagesService {
  constructor(private readonly messages: MessagesRepository) {}

  /** A part of a session, oldest first. @throws DomainError `not_found` */
  async list(request: ListMessagesRequest): Promise<MessagePage> {
    const [owned, rows] = await Promise.all([
      this.messages.ownsSession(request.user_id, request.session_id),
      this.messages.list(request),
    ]);
    if (!owned) throw new DomainError('not_found');
    return pageOf(rows, request.limit, toListedView, (row) => ({ at: row.created_at_text, id: row.id }));
  }
}
