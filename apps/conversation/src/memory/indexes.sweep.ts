import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { ConversationConfig } from '../conversation.config.js';
import { IndexesService } from './indexes.service.js';

/** Writes down how messages were read, and lets go of the indexes of persons who have left. */
@Injectable()
export class IndexesSweep extends Sweep {
  constructor(indexes: IndexesService, { SWEEP_INTERVAL_SECONDS }: ConversationConfig) {
    super('keep readings and let go of idle indexes', SWEEP_INTERVAL_SECONDS, async () => {
      indexes.forgetIdle();
      await indexes.keepReadings();
    });
  }
}
