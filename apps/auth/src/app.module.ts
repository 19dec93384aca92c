import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule, OtpLoginEntity, UserEntity } from '@saathi/entities';
import { MessagingModule } from '@saathi/messaging';
import { ConfigModule } from '@saathi/platform';
import { AuthConfig } from './auth.config.js';
import { LoginsModule } from './logins/logins.module.js';
import { OtpModule } from './otp/otp.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { TokensModule } from './tokens/tokens.module.js';
import { UsersModule } from './users/users.module.js';

/** Who somebody is. */
@Module({ imports: [OtpModule, SignInModule, LoginsModule, TokensModule, UsersModule] })
export class AppModule {
  static with(config: AuthConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(AuthConfig, config),
        MessagingModule.forApp('auth', config),
        DatabaseModule.forApp(config, [UserEntity, OtpLoginEntity]),
      ],
    };
  }
}
