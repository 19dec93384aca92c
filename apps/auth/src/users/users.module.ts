import { Module } from '@nestjs/common';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { UsersHandlers } from './users.handlers.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [SecurityLogModule],
  controllers: [UsersHandlers],
  providers: [UsersService, UsersRepository],
  exports: [UsersService],
})
export class UsersModule {}
