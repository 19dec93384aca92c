import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { SummaryConfig } from '../summary.config.js';
import { MergeService } from './merge.service.js';

/** Finds deletions that the summary has not followed, whose event was lost or given up. */
@Injectable()
export class MergeSweep extends Sweep {
  constructor(merges: MergeService, { SWEEP_INTERVAL_SECONDS }: SummaryConfig) {
    super('follow missed deletions', SWEEP_INTERVAL_SECONDS, () =>
      merges.followMissed(SWEEP_INTERVAL_SECONDS),
    );
  }
}
