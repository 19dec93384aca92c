import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SpeechModule } from '../speech/speech.module.js';
import { TurnsModule } from '../turns/turns.module.js';
import { CallSpeech } from './audio/call-speech.js';
import { CallsHandlers } from './calls.handlers.js';
import { CallsRepository } from './calls.repository.js';
import { CallsService } from './calls.service.js';
import { LiveCalls } from './live-calls.js';
import { LostCallsSweep } from './lost-calls.sweep.js';

@Module({
  imports: [SessionsModule, SpeechModule, TurnsModule],
  controllers: [CallsHandlers],
  providers: [CallsService, LiveCalls, CallSpeech, CallsRepository, LostCallsSweep],
})
export class CallsModule {}
