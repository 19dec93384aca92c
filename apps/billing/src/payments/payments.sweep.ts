import { Injectable, Logger } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { GrantsService } from './grants.service.js';
import { PaymentsRepository } from './payments.repository.js';

/** Asks the provider about orders whose webhook may have been lost, ever more seldom. */
@Injectable()
export class PaymentsSweep extends Sweep {
  constructor(
    payments: PaymentsRepository,
    grants: GrantsService,
    { RECONCILE_INTERVAL_SECONDS }: BillingConfig,
  ) {
    const log = new Logger(PaymentsSweep.name);
    super('reconcile orders', RECONCILE_INTERVAL_SECONDS, async () => {
      for (const order_id of await payments.takeDueForCheck()) {
        await grants.reconcile(order_id).catch((error: unknown) => {
          log.warn('order could not be checked', { order_id }, error);
        });
      }
    });
  }
}
