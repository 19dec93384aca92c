import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ConversationConfig } from '../conversation.config.js';
import { areStale, HELPLINES_VERIFIED_ON } from './helplines.js';

/** Wrong numbers are worse than none: with old ones production does not start. */
@Injectable()
export class HelplinesFreshness implements OnApplicationBootstrap {
  private readonly log = new Logger(HelplinesFreshness.name);

  constructor(private readonly config: ConversationConfig) {}

  onApplicationBootstrap(): void {
    const verifiedOn = this.config.HELPLINES_VERIFIED_ON ?? HELPLINES_VERIFIED_ON;
    if (!areStale(verifiedOn, new Date())) return;
    const advice =
      'The help lines were looked up too long ago. Call each, then set HELPLINES_VERIFIED_ON to today.';
    if (this.config.NODE_ENV === 'production') throw new Error(advice);
    this.log.error(advice, { verified_on: verifiedOn });
  }
}
