import { Module } from '@nestjs/common';
import { MemoriesHandlers } from './memories.handlers.js';
import { MemoriesRepository } from './memories.repository.js';
import { MemoriesService } from './memories.service.js';

@Module({
  controllers: [MemoriesHandlers],
  providers: [MemoriesService, MemoriesRepository],
  exports: [MemoriesRepository],
})
export class MemoriesModule {}
