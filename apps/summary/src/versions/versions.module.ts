import { Module } from '@nestjs/common';
import { VersionsHandlers } from './versions.handlers.js';
import { VersionsRepository } from './versions.repository.js';
import { VersionsService } from './versions.service.js';

@Module({
  controllers: [VersionsHandlers],
  providers: [VersionsService, VersionsRepository],
  exports: [VersionsRepository],
})
export class VersionsModule {}
