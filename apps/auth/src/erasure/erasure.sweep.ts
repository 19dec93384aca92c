import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { AuthConfig } from '../auth.config.js';
import { ErasureService } from './erasure.service.js';

/** Completes deletions that were interrupted. */
@Injectable()
export class ErasureSweep extends Sweep {
  constructor(erasure: ErasureService, { SWEEP_INTERVAL_SECONDS }: AuthConfig) {
    super('complete deletions', SWEEP_INTERVAL_SECONDS, () =>
      erasure.finishIncomplete(SWEEP_INTERVAL_SECONDS),
    );
  }
}
