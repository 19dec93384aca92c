import { Module } from '@nestjs/common';
import { PersonasController } from './personas.controller.js';
import { SummariesController } from './summaries.controller.js';

@Module({ controllers: [SummariesController, PersonasController] })
export class SummariesModule {}
