import { Injectable, Logger } from '@nestjs/common';
import { events } from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { MergeRepository } from './merge.repository.js';

/** Lets the summary follow what was deleted. The companion stays as it has grown. */
@Injectable()
export class MergeService {
  private readonly log = new Logger(MergeService.name);

  constructor(
    private readonly merges: MergeRepository,
    private readonly events: EventPublisher,
  ) {}

  /** Makes a person's summary what it would be without what is gone, and tells of it; told again, does nothing. */
  async followDeletions(user_id: string): Promise<void> {
    const merged = await this.merges.mergeAgain(user_id);
    if (merged === undefined) return;
    const { confidence_score } = merged;
    for (const session_id of merged.session_ids)
      this.events.announce(events.summaryUpdated, { user_id, session_id, confidence_score });
  }

  /** Follows the deletions whose event was lost. */
  async followMissed(graceSeconds: number): Promise<void> {
    const missed = await this.merges.findMissed(graceSeconds);
    if (missed.length > 0) this.log.warn('summaries behind deletions found', { persons: missed.length });
    for (const user_id of missed) {
      try {
        await this.followDeletions(user_id);
      } catch (error) {
        // One that fails must not keep the others waiting.
        this.log.error('deletions not followed', { user_id }, error);
      }
    }
  }
}
