import { Module } from '@nestjs/common';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { LoginsHandlers } from './logins.handlers.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';
import { LoginsSweep } from './logins.sweep.js';

@Module({
  imports: [SecurityLogModule, TokensModule],
  controllers: [LoginsHandlers],
  providers: [LoginsService, LoginsRepository, LoginsSweep],
  exports: [LoginsService],
})
export class LoginsModule {}
