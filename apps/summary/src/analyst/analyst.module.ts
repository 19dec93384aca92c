import { Module } from '@nestjs/common';
import { Analyst } from './analyst.js';
import { OpenAiAnalyst } from './openai.analyst.js';

@Module({ providers: [{ provide: Analyst, useClass: OpenAiAnalyst }], exports: [Analyst] })
export class AnalystModule {}
