import { Controller } from '@nestjs/common';
import { events, type MessageDeletedEvent, type SessionDeletedEvent } from '@saathi/contracts';
import { EventHandler } from '@saathi/messaging';
import { MergeService } from './merge.service.js';

@Controller()
export class DeletionsListener {
  constructor(private readonly merges: MergeService) {}

  @EventHandler(events.sessionDeleted)
  sessionDeleted({ user_id }: SessionDeletedEvent): Promise<void> {
    return this.merges.followDeletions(user_id);
  }

  @EventHandler(events.messageDeleted)
  messageDeleted({ user_id }: MessageDeletedEvent): Promise<void> {
    return this.merges.followDeletions(user_id);
  }
}
