import { Module } from '@nestjs/common';
import { IndexesService } from './indexes.service.js';
import { IndexesSweep } from './indexes.sweep.js';
import { MemoryRepository } from './memory.repository.js';
import { Recall } from './recall.service.js';
import { SearchHandlers } from './search.handlers.js';
import { SearchService } from './search.service.js';

/** What was said before, found again: `Recall` for the companion, the search for the person. */
@Module({
  controllers: [SearchHandlers],
  providers: [Recall, SearchService, IndexesService, IndexesSweep, MemoryRepository],
  exports: [Recall],
})
export class MemoryModule {}
