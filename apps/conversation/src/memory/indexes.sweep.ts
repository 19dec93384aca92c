import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { ConversationConfig } from '../conversation.config.js';
import { IndexesService } from './indexes.service.js';

/** Lets go of the indexes of persons who have left. */
@Injectable()
export class IndexesSweep extends Sweep {
  constructor(indexes: IndexesService, { SWEEP_INTERVAL_SECONDS }: ConversationConfig) {
    super('let go of idle indexes', SWEEP_INTERVAL_SECONDS, () => {
      indexes.forgetIdle();
      return Promise.resolve();
    });
  }
}
