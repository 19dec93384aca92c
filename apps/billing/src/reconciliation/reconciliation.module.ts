import { Module } from '@nestjs/common';
import { CashfreeModule } from '../cashfree/cashfree.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReconciliationSweep } from './reconciliation.sweep.js';

@Module({
  imports: [CashfreeModule, GrantsModule],
  providers: [ReconciliationService, ReconciliationRepository, ReconciliationSweep],
  exports: [ReconciliationService, ReconciliationRepository],
})
export class ReconciliationModule {}
