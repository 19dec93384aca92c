import { Module, type DynamicModule } from '@nestjs/common';
import { CallEntity, DatabaseModule, MessageEntity, SessionEntity, UserEntity } from '@saathi/entities';
import { MessagingModule } from '@saathi/messaging';
import { ConfigModule } from '@saathi/platform';
import { CallsModule } from './calls/calls.module.js';
import { ConversationConfig } from './conversation.config.js';
import { MemoryModule } from './memory/memory.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { SafetyModule } from './safety/safety.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SpeechModule } from './speech/speech.module.js';
import { TranscriptsModule } from './transcripts/transcripts.module.js';
import { TurnsModule } from './turns/turns.module.js';
import { DeletionsModule } from './deletions/deletions.module.js';
import { ExportModule } from './export/export.module.js';
import { OverviewModule } from './overview/overview.module.js';

/** What is said. */
@Module({
  imports: [
    SessionsModule,
    MessagesModule,
    MemoryModule,
    TurnsModule,
    CallsModule,
    SpeechModule,
    SafetyModule,
    DeletionsModule,
    TranscriptsModule,
    ExportModule,
    OverviewModule,
  ],
})
export class AppModule {
  static with(config: ConversationConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(ConversationConfig, config),
        MessagingModule.forApp('conversation', config),
        DatabaseModule.forApp(config, [UserEntity, SessionEntity, MessageEntity, CallEntity]),
      ],
    };
  }
}
