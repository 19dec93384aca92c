import { Controller } from '@nestjs/common';
import { authRpc, type RegisterRequest, type SignedInView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SignInHandlers {
  constructor(private readonly signIn: SignInService) {}

  @RpcHandler(authRpc.register)
  register(request: RegisterRequest): Promise<SignedInView> {
    return this.signIn.register(request);
  }
}
