import { Module, type DynamicModule } from '@nestjs/common';
import {
  DatabaseModule,
  SessionEntity,
  UserEntity,
  UserSummaryLatestEntity,
  type DatabaseAddress,
} from '@saathi/entities';
import { MemoriesRepository } from './memories/memories.repository.js';
import { MergeRepository } from './summaries/merge.repository.js';
import { UpkeepRepository } from './upkeep/upkeep.repository.js';
import { UpkeepService } from './upkeep/upkeep.service.js';
import { VersionsRepository } from './versions/versions.repository.js';

/** What the command needs of the service: the rows, and neither broker nor model. */
@Module({
  providers: [UpkeepService, UpkeepRepository, MergeRepository, VersionsRepository, MemoriesRepository],
})
export class SummariesCommandModule {
  static with(address: DatabaseAddress): DynamicModule {
    return {
      module: SummariesCommandModule,
      imports: [DatabaseModule.forApp(address, [UserEntity, SessionEntity, UserSummaryLatestEntity])],
    };
  }
}
