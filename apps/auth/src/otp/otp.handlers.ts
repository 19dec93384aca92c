import { Controller } from '@nestjs/common';
import {
  authRpc,
  type ChallengeView,
  type RequestOtpRequest,
  type ResendOtpBody,
  type VerifiedView,
  type VerifyOtpRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SignInService } from '../sign-in/sign-in.service.js';
import { OtpService } from './otp.service.js';

@Controller()
export class OtpHandlers {
  constructor(
    private readonly otp: OtpService,
    private readonly signIn: SignInService,
  ) {}

  @RpcHandler(authRpc.requestOtp)
  requestOtp(request: RequestOtpRequest): Promise<ChallengeView> {
    return this.otp.request(request);
  }

  @RpcHandler(authRpc.resendOtp)
  resendOtp({ challenge_id }: ResendOtpBody): Promise<ChallengeView> {
    return this.otp.resend(challenge_id);
  }

  @RpcHandler(authRpc.verifyOtp)
  async verifyOtp(request: VerifyOtpRequest): Promise<VerifiedView> {
    return { result: await this.signIn.complete(await this.otp.prove(request), request.origin) };
  }
}
