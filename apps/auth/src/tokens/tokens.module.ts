import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokensService } from './access-tokens.service.js';
import { TokensHandlers } from './tokens.handlers.js';

@Module({
  imports: [JwtModule.register({})],
  controllers: [TokensHandlers],
  providers: [AccessTokensService],
  exports: [AccessTokensService],
})
export class TokensModule {}
