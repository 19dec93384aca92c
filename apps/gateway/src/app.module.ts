import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@saathi/messaging';
import { ConfigModule } from '@saathi/platform';
import { AccountModule } from './account/account.module.js';
import { AdminModule } from './admin/admin.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BillingModule } from './billing/billing.module.js';
import { CallsModule } from './calls/calls.module.js';
import { DocsModule } from './docs/docs.module.js';
import { GatewayConfig } from './gateway.config.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { MemoriesModule } from './memories/memories.module.js';
import { ProblemsModule } from './problems/problems.module.js';
import { ProfileModule } from './profile/profile.module.js';
import { SafetyModule } from './safety/safety.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SummariesModule } from './summaries/summaries.module.js';
import { UpdatesModule } from './updates/updates.module.js';

/** The only door: HTTP and event streams in, calls to the services behind. */
@Module({
  imports: [
    HttpModule,
    LimitsModule,
    AuthModule,
    ProfileModule,
    AccountModule,
    SafetyModule,
    SessionsModule,
    CallsModule,
    SummariesModule,
    MemoriesModule,
    BillingModule,
    AdminModule,
    UpdatesModule,
    ProblemsModule,
    DocsModule,
    HealthModule,
  ],
})
export class AppModule {
  static with(config: GatewayConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.of(GatewayConfig, config), MessagingModule.forApp('gateway', config)],
    };
  }
}
