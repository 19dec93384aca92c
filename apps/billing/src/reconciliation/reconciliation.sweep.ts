import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { ReconciliationService } from './reconciliation.service.js';

/** Asks the provider about orders whose webhook may have been lost, ever more seldom. */
@Injectable()
export class ReconciliationSweep extends Sweep {
  constructor(reconciliation: ReconciliationService, { RECONCILE_INTERVAL_SECONDS }: BillingConfig) {
    super('reconcile orders', RECONCILE_INTERVAL_SECONDS, () => reconciliation.checkDue());
  }
}
