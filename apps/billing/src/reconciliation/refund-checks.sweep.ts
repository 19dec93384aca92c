import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { RefundChecksService } from './refund-checks.service.js';

/** Asks the provider about refunds of which no webhook told. */
@Injectable()
export class RefundChecksSweep extends Sweep {
  constructor(checks: RefundChecksService, { RECONCILE_INTERVAL_SECONDS }: BillingConfig) {
    super('check refunds', RECONCILE_INTERVAL_SECONDS, () => checks.checkDue());
  }
}
