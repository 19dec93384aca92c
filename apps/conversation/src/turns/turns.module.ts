import { Module } from '@nestjs/common';
import { CompanionModule } from '../companion/companion.module.js';
import { MemoryModule } from '../memory/memory.module.js';
import { SafetyModule } from '../safety/safety.module.js';
import { AbandonedTurnsSweep } from './abandoned-turns.sweep.js';
import { AdmissionsService } from './admissions.service.js';
import { ReplyMaker } from './reply-maker.js';
import { ReplyWords } from './reply-words.js';
import { RescueService } from './rescue.service.js';
import { RunningTurns } from './running-turns.js';
import { SurvivalRepository } from './survival.repository.js';
import { TurnsHandlers } from './turns.handlers.js';
import { TurnsRepository } from './turns.repository.js';
import { TurnsService } from './turns.service.js';

@Module({
  imports: [CompanionModule, MemoryModule, SafetyModule],
  controllers: [TurnsHandlers],
  providers: [
    AdmissionsService,
    TurnsService,
    TurnsRepository,
    ReplyMaker,
    ReplyWords,
    RunningTurns,
    RescueService,
    SurvivalRepository,
    AbandonedTurnsSweep,
  ],
  exports: [RunningTurns, ReplyWords],
})
export class TurnsModule {}
