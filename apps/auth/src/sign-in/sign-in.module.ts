import { Module } from '@nestjs/common';
import { LoginsModule } from '../logins/logins.module.js';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { UsersModule } from '../users/users.module.js';
import { SignInHandlers } from './sign-in.handlers.js';
import { SignInRepository } from './sign-in.repository.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [LoginsModule, UsersModule, SecurityLogModule],
  controllers: [SignInHandlers],
  providers: [SignInService, SignInRepository],
  exports: [SignInService, SignInRepository],
})
export class SignInModule {}
