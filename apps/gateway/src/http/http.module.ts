import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokenGuard } from './access-token.guard.js';
import { AccessTokens } from './access-tokens.js';
import { DtoPipe } from './dto.pipe.js';
import { OpenStreams } from './open-streams.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';
import { Revocations } from './revocations.js';
import { SigningKeys } from './signing-keys.js';
import { StrayBodyGuard } from './stray-body.guard.js';

/** The edge, once for all routes: who asks, what is let through, how errors look. */
@Global()
@Module({
  imports: [JwtModule.register({})],
  providers: [
    ProblemDetailsFilter,
    SigningKeys,
    Revocations,
    OpenStreams,
    AccessTokens,
    { provide: APP_FILTER, useExisting: ProblemDetailsFilter },
    { provide: APP_GUARD, useClass: AccessTokenGuard },
    { provide: APP_GUARD, useClass: StrayBodyGuard },
    { provide: APP_PIPE, useClass: DtoPipe },
  ],
  exports: [ProblemDetailsFilter, Revocations, OpenStreams],
})
export class HttpModule {}
