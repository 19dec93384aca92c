import { Module } from '@nestjs/common';
import { EntitlementsHandlers } from './entitlements.handlers.js';
import { EntitlementsRepository } from './entitlements.repository.js';
import { EntitlementsService } from './entitlements.service.js';

@Module({
  controllers: [EntitlementsHandlers],
  providers: [EntitlementsService, EntitlementsRepository],
  exports: [EntitlementsService],
})
export class EntitlementsModule {}
