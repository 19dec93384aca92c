import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements/announcements.module.js';
import { CashfreeModule } from '../cashfree/cashfree.module.js';
import { RefundsRepository } from './refunds.repository.js';
import { RefundsService } from './refunds.service.js';
import { RefundsSweep } from './refunds.sweep.js';

@Module({
  imports: [AnnouncementsModule, CashfreeModule],
  providers: [RefundsService, RefundsRepository, RefundsSweep],
  exports: [RefundsService, RefundsRepository],
})
export class RefundsModule {}
