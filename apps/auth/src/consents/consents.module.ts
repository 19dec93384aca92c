import { Module } from '@nestjs/common';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { ConsentsHandlers } from './consents.handlers.js';
import { ConsentsRepository } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';

@Module({
  imports: [SecurityLogModule],
  controllers: [ConsentsHandlers],
  providers: [ConsentsService, ConsentsRepository],
})
export class ConsentsModule {}
