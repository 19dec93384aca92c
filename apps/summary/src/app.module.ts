import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule, SessionEntity, UserEntity, UserSummaryLatestEntity } from '@saathi/entities';
import { MessagingModule } from '@saathi/messaging';
import { ConfigModule } from '@saathi/platform';
import { DeadLettersModule } from './dead-letters/dead-letters.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { MemoriesModule } from './memories/memories.module.js';
import { PersonasModule } from './personas/personas.module.js';
import { SummariesModule } from './summaries/summaries.module.js';
import { SummaryConfig } from './summary.config.js';
import { ExportModule } from './export/export.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { VersionsModule } from './versions/versions.module.js';

/** What was learned. */
@Module({
  imports: [
    SummariesModule,
    FeedbackModule,
    VersionsModule,
    PersonasModule,
    MemoriesModule,
    DeadLettersModule,
    ExportModule,
    OverviewModule,
  ],
})
export class AppModule {
  static with(config: SummaryConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(SummaryConfig, config),
        MessagingModule.forApp('summary', config),
        DatabaseModule.forApp(config, [UserEntity, SessionEntity, UserSummaryLatestEntity]),
      ],
    };
  }
}
