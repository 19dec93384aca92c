import { Module, type OnModuleInit } from '@nestjs/common';
import { HelplinesFreshness } from './helplines-freshness.js';
import { OpenAiSecondOpinion } from './openai.second-opinion.js';
import { ReportsRepository } from './reports.repository.js';
import { SafetyHandlers } from './safety.handlers.js';
import { SafetyRepository } from './safety.repository.js';
import { prepareScreening } from './screen.js';
import { SecondOpinion } from './second-opinion.js';

@Module({
  controllers: [SafetyHandlers],
  providers: [
    HelplinesFreshness,
    ReportsRepository,
    SafetyRepository,
    { provide: SecondOpinion, useClass: OpenAiSecondOpinion },
  ],
  exports: [SafetyRepository, SecondOpinion],
})
export class SafetyModule implements OnModuleInit {
  onModuleInit(): void {
    prepareScreening();
  }
}
