import { Module } from '@nestjs/common';
import { AdminAuthController } from './admin-auth.controller.js';
import { BillingDeskController } from './billing-desk.controller.js';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';

/** What those who look after the service see and do. */
@Module({
  controllers: [AdminAuthController, BillingDeskController, OverviewController],
  providers: [OverviewService],
})
export class AdminModule {}
