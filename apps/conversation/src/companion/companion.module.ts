import { Module } from '@nestjs/common';
import { Companion } from './companion.js';
import { OpenAiCompanion } from './openai.companion.js';

@Module({ providers: [{ provide: Companion, useClass: OpenAiCompanion }], exports: [Companion] })
export class CompanionModule {}
