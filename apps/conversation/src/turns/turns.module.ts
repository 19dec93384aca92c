import { Module } from '@nestjs/common';
import { CompanionModule } from '../companion/companion.module.js';
import { AbandonedTurnsSweep } from './abandoned-turns.sweep.js';
import { ReplyMaker } from './reply-maker.js';
import { RescueService } from './rescue.service.js';
import { RunningTurns } from './running-turns.js';
import { SurvivalRepository } from './survival.repository.js';
import { TurnsHandlers } from './turns.handlers.js';
import { TurnsRepository } from './turns.repository.js';
import { TurnsService } from './turns.service.js';

@Module({
  imports: [CompanionModule],
  controllers: [TurnsHandlers],
  providers: [
    TurnsService,
    TurnsRepository,
    ReplyMaker,
    RunningTurns,
    RescueService,
    SurvivalRepository,
    AbandonedTurnsSweep,
  ],
  exports: [RunningTurns],
})
export class TurnsModule {}
