import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { TurnsModule } from '../turns/turns.module.js';
import { CallsHandlers } from './calls.handlers.js';
import { CallsRepository } from './calls.repository.js';
import { CallsService } from './calls.service.js';
import { LostCallsSweep } from './lost-calls.sweep.js';

@Module({
  imports: [SessionsModule, TurnsModule],
  controllers: [CallsHandlers],
  providers: [CallsService, CallsRepository, LostCallsSweep],
})
export class CallsModule {}
