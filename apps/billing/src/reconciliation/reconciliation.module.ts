import { Module } from '@nestjs/common';
import { CashfreeModule } from '../cashfree/cashfree.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { ListedPayments } from './listed-payments.service.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReconciliationSweep } from './reconciliation.sweep.js';
import { RefundChecksRepository } from './refund-checks.repository.js';
import { RefundChecksService } from './refund-checks.service.js';
import { RefundChecksSweep } from './refund-checks.sweep.js';

@Module({
  imports: [CashfreeModule, GrantsModule, RefundsModule],
  providers: [
    ReconciliationService,
    ReconciliationRepository,
    ReconciliationSweep,
    ListedPayments,
    RefundChecksService,
    RefundChecksRepository,
    RefundChecksSweep,
  ],
  exports: [ReconciliationService, ReconciliationRepository],
})
export class ReconciliationModule {}
