import { Module } from '@nestjs/common';
import { ExportHandlers } from './export.handlers.js';
import { ExportRepository } from './export.repository.js';

@Module({ controllers: [ExportHandlers], providers: [ExportRepository] })
export class ExportModule {}
