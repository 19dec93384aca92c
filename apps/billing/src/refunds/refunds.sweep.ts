import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { RefundsService } from './refunds.service.js';

/** Asks for refunds that nobody got to ask for, and how those stand that were asked for. */
@Injectable()
export class RefundsSweep extends Sweep {
  constructor(refunds: RefundsService, { RECONCILE_INTERVAL_SECONDS }: BillingConfig) {
    super('advance refunds', RECONCILE_INTERVAL_SECONDS, () => refunds.advanceDue());
  }
}
