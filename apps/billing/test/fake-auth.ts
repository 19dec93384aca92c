import { Controller, Module, type DynamicModule } from '@nestjs/common';
import { authRpc, type JwksView, type OperatorLoginRequest, type OperatorView } from '@saathi/contracts';
import { MessagingModule, RpcHandler } from '@saathi/messaging';
import type { TokenMint } from '../../gateway/test/token-mint.js';

/** Stands for the auth service as far as a gateway needs it: which tokens are good. */
export const fakeAuth = (mint: TokenMint, config: { NATS_URL: string }): DynamicModule => {
  @Controller()
  class FakeAuthHandlers {
    @RpcHandler(authRpc.getJwks)
    getJwks(): Promise<JwksView> {
      return Promise.resolve(mint.jwks);
    }

    @RpcHandler(authRpc.admitOperator)
    admitOperator({ operator_id }: OperatorLoginRequest): Promise<OperatorView> {
      return Promise.resolve({ id: operator_id, email: 'om@example.com' });
    }
  }
  return {
    module: FakeAuthModule,
    imports: [MessagingModule.forApp('fakes', config)],
    controllers: [FakeAuthHandlers],
  };
};

@Module({})
class FakeAuthModule {}
