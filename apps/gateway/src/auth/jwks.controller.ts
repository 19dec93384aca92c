import { Controller, Get, Header } from '@nestjs/common';
import { authRpc, type JwksView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { Public } from '../http/public.decorator.js';

@Controller('.well-known')
export class JwksController {
  constructor(private readonly rpc: RpcClient) {}

  /** The public keys of the access tokens. */
  @Public()
  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=600')
  @Answers(authRpc.getJwks)
  getJwks(): Promise<JwksView> {
    return this.rpc.call(authRpc.getJwks, {});
  }
}
