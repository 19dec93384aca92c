import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { LoginsHandlers } from './logins.handlers.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';

@Module({
  imports: [TokensModule],
  controllers: [LoginsHandlers],
  providers: [LoginsService, LoginsRepository],
  exports: [LoginsService],
})
export class LoginsModule {}
