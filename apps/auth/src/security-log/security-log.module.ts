import { Module } from '@nestjs/common';
import { SecurityLogHandlers } from './security-log.handlers.js';
import { SecurityLogRepository } from './security-log.repository.js';
import { SecurityLog } from './security-log.service.js';
import { SecurityLogSweep } from './security-log.sweep.js';

@Module({
  controllers: [SecurityLogHandlers],
  providers: [SecurityLog, SecurityLogRepository, SecurityLogSweep],
  exports: [SecurityLog],
})
export class SecurityLogModule {}
