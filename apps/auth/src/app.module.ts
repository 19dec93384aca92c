import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule, OtpLoginEntity, UserEntity } from '@saathi/entities';
import { MessagingModule } from '@saathi/messaging';
import { ConfigModule } from '@saathi/platform';
import { AuthConfig } from './auth.config.js';
import { LoginsModule } from './logins/logins.module.js';
import { OperatorRecordModule } from './operator-record/operator-record.module.js';
import { OperatorsModule } from './operators/operators.module.js';
import { OtpModule } from './otp/otp.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { TokensModule } from './tokens/tokens.module.js';
import { UsersModule } from './users/users.module.js';
import { ConsentsModule } from './consents/consents.module.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { ExportModule } from './export/export.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { SecurityLogModule } from './security-log/security-log.module.js';

/** Who somebody is. */
@Module({
  imports: [
    ConsentsModule,
    ErasureModule,
    ExportModule,
    LoginsModule,
    OperatorRecordModule,
    OperatorsModule,
    OtpModule,
    OverviewModule,
    SecurityLogModule,
    SignInModule,
    TokensModule,
    UsersModule,
  ],
})
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
