import { Module } from '@nestjs/common';
import { TranscriptsHandlers } from './transcripts.handlers.js';
import { TranscriptsRepository } from './transcripts.repository.js';
import { TranscriptsService } from './transcripts.service.js';

@Module({ controllers: [TranscriptsHandlers], providers: [TranscriptsService, TranscriptsRepository] })
export class TranscriptsModule {}
