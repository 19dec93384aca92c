import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { SummaryConfig } from '../summary.config.js';
import { SummariseService } from './summarise.service.js';

/** Finds ended sessions without a summary, whose event was lost or given up. */
@Injectable()
export class SummariesSweep extends Sweep {
  constructor(summarise: SummariseService, { SWEEP_INTERVAL_SECONDS }: SummaryConfig) {
    super('find missed summaries', SWEEP_INTERVAL_SECONDS, () =>
      summarise.remindOfMissed(SWEEP_INTERVAL_SECONDS),
    );
  }
}
