import { Module } from '@nestjs/common';
import { TurnsModule } from '../turns/turns.module.js';
import { MemoryModule } from '../memory/memory.module.js';
import { SessionsHandlers } from './sessions.handlers.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SessionsSweep } from './sessions.sweep.js';

@Module({
  imports: [MemoryModule, TurnsModule],
  controllers: [SessionsHandlers],
  providers: [SessionsService, SessionsRepository, SessionsSweep],
  exports: [SessionsService],
})
export class SessionsModule {}
