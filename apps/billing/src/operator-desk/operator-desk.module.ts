import { Module } from '@nestjs/common';
import { CashfreeModule } from '../cashfree/cashfree.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { ReconciliationModule } from '../reconciliation/reconciliation.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { OperatorDeskHandlers } from './operator-desk.handlers.js';
import { OperatorDeskRepository } from './operator-desk.repository.js';
import { OperatorDeskService } from './operator-desk.service.js';
import { OrderEnding } from './order-ending.js';

@Module({
  imports: [CashfreeModule, GrantsModule, ReconciliationModule, RefundsModule],
  controllers: [OperatorDeskHandlers],
  providers: [OperatorDeskService, OperatorDeskRepository, OrderEnding],
})
export class OperatorDeskModule {}
