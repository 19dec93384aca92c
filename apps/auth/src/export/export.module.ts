import { Module } from '@nestjs/common';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { ExportHandlers } from './export.handlers.js';
import { ExportRepository } from './export.repository.js';

@Module({
  imports: [SecurityLogModule],
  controllers: [ExportHandlers],
  providers: [ExportRepository],
})
export class ExportModule {}
