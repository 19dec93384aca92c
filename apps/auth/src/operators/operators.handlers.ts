import { Controller } from '@nestjs/common';
import {
  authRpc,
  type ChallengeView,
  type DoneView,
  type OperatorLoginRequest,
  type OperatorSignedInView,
  type OperatorView,
  type RequestOtpRequest,
  type VerifyOtpRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OperatorsService } from './operators.service.js';

@Controller()
export class OperatorsHandlers {
  constructor(private readonly operators: OperatorsService) {}

  @RpcHandler(authRpc.requestOperatorOtp)
  requestOperatorOtp(request: RequestOtpRequest): Promise<ChallengeView> {
    return this.operators.requestOtp(request);
  }

  @RpcHandler(authRpc.verifyOperatorOtp)
  verifyOperatorOtp(request: VerifyOtpRequest): Promise<OperatorSignedInView> {
    return this.operators.verifyOtp(request);
  }

  @RpcHandler(authRpc.admitOperator)
  admitOperator(request: OperatorLoginRequest): Promise<OperatorView> {
    return this.operators.admit(request);
  }

  @RpcHandler(authRpc.signOutOperator)
  async signOutOperator(request: OperatorLoginRequest): Promise<DoneView> {
    await this.operators.signOut(request);
    return { ok: true };
  }
}
