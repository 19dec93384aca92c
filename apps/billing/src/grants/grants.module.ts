import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements/announcements.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';

@Module({
  imports: [AnnouncementsModule, RefundsModule],
  providers: [GrantsService, GrantsRepository],
  exports: [GrantsService, GrantsRepository],
})
export class GrantsModule {}
