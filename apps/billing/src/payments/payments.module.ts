import { Module } from '@nestjs/common';
import { CashfreeModule } from '../cashfree/cashfree.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { GrantsService } from './grants.service.js';
import { PaymentsHandlers } from './payments.handlers.js';
import { PaymentsRepository } from './payments.repository.js';
import { PaymentsService } from './payments.service.js';
import { PaymentsSweep } from './payments.sweep.js';

@Module({
  imports: [CashfreeModule, PlansModule],
  controllers: [PaymentsHandlers],
  providers: [PaymentsService, GrantsService, PaymentsRepository, PaymentsSweep],
  exports: [GrantsService, PaymentsRepository],
})
export class PaymentsModule {}
