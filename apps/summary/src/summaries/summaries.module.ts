import { Module } from '@nestjs/common';
import { AnalystModule } from '../analyst/analyst.module.js';
import { MemoriesModule } from '../memories/memories.module.js';
import { PersonasModule } from '../personas/personas.module.js';
import { VersionsModule } from '../versions/versions.module.js';
import { DeletionsListener } from './deletions.listener.js';
import { MergeRepository } from './merge.repository.js';
import { MergeService } from './merge.service.js';
import { MergeSweep } from './merge.sweep.js';
import { SessionEndedListener } from './session-ended.listener.js';
import { SummariesHandlers } from './summaries.handlers.js';
import { SummariesRepository } from './summaries.repository.js';
import { SummariesService } from './summaries.service.js';
import { SummariesSweep } from './summaries.sweep.js';
import { SummariseService } from './summarise.service.js';

@Module({
  imports: [AnalystModule, PersonasModule, MemoriesModule, VersionsModule],
  controllers: [SummariesHandlers, SessionEndedListener, DeletionsListener],
  providers: [
    SummariesService,
    SummariseService,
    SummariesRepository,
    SummariesSweep,
    MergeService,
    MergeRepository,
    MergeSweep,
  ],
  exports: [SummariesService, MergeRepository],
})
export class SummariesModule {}
