import { Module } from '@nestjs/common';
import { CashfreeModule } from '../cashfree/cashfree.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ReconciliationModule } from '../reconciliation/reconciliation.module.js';
import { Orders } from './orders.js';
import { PaymentsHandlers } from './payments.handlers.js';
import { PaymentsRepository } from './payments.repository.js';
import { PaymentsService } from './payments.service.js';

@Module({
  imports: [CashfreeModule, PlansModule, ReconciliationModule],
  controllers: [PaymentsHandlers],
  providers: [PaymentsService, Orders, PaymentsRepository],
  exports: [PaymentsRepository],
})
export class PaymentsModule {}
