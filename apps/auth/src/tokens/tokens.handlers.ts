import { Controller } from '@nestjs/common';
import { authRpc, type JwksView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { AccessTokensService } from './access-tokens.service.js';

@Controller()
export class TokensHandlers {
  constructor(private readonly tokens: AccessTokensService) {}

  @RpcHandler(authRpc.getJwks)
  getJwks(): Promise<JwksView> {
    return Promise.resolve(this.tokens.jwks());
  }
}
