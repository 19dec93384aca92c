import { Module } from '@nestjs/common';
import { CompanionModule } from '../companion/companion.module.js';
import { RunningTurns } from './running-turns.js';
import { TurnsHandlers } from './turns.handlers.js';
import { TurnsRepository } from './turns.repository.js';
import { TurnsService } from './turns.service.js';

@Module({
  imports: [CompanionModule],
  controllers: [TurnsHandlers],
  providers: [TurnsService, TurnsRepository, RunningTurns],
})
export class TurnsModule {}
