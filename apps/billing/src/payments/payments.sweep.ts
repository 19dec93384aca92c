import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { BillingConfig } from '../billing.config.js';
import { GrantsService } from './grants.service.js';
import { PaymentsRepository } from './payments.repository.js';

/** Asks the provider about orders whose webhook may have been lost, ever more seldom. */
@Injectable()
export class PaymentsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(PaymentsSweep.name);
  private readonly task: PeriodicTask;

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly grants: GrantsService,
    { RECONCILE_INTERVAL_SECONDS }: BillingConfig,
  ) {
    this.task = new PeriodicTask('reconcile orders', RECONCILE_INTERVAL_SECONDS * 1000, () => this.round());
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }

  private async round(): Promise<void> {
    for (const orderId of await this.payments.takeDueForCheck()) {
      await this.grants.reconcile(orderId).catch((error: unknown) => {
        this.log.warn('order could not be checked', { order_id: orderId }, error);
      });
    }
  }
}
