import { Module } from '@nestjs/common';
import { SummariesModule } from '../summaries/summaries.module.js';
import { VersionsModule } from '../versions/versions.module.js';
import { FeedbackHandlers } from './feedback.handlers.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackService } from './feedback.service.js';

@Module({
  imports: [SummariesModule, VersionsModule],
  controllers: [FeedbackHandlers],
  providers: [FeedbackService, FeedbackRepository],
})
export class FeedbackModule {}
