import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  authRpc,
  IdParams,
  ProfileRequiredView,
  RefreshBody,
  RegisterBody,
  RequestOtpBody,
  ResendOtpBody,
  SignedInView,
  VerifyOtpBody,
  type ChallengeView,
  type ClientOrigin,
  type LoginListView,
  type TokenPairView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { Origin } from '../http/client-origin.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { Public } from '../http/public.decorator.js';

@Controller('v1/auth')
export class AuthController {
  constructor(private readonly rpc: RpcClient) {}

  /** Sends a code by e-mail. The answer is the same for known and unknown addresses. */
  @Public()
  @Post('otp/request')
  @HttpCode(202)
  @Answers(authRpc.requestOtp)
  requestOtp(@Body() body: RequestOtpBody, @Origin() origin: ClientOrigin): Promise<ChallengeView> {
    return this.rpc.call(authRpc.requestOtp, { ...body, origin });
  }

  /** Sends another code for the same challenge; the earlier one stays good. */
  @Public()
  @Post('otp/resend')
  @HttpCode(202)
  @Answers(authRpc.resendOtp)
  resendOtp(@Body() body: ResendOtpBody): Promise<ChallengeView> {
    return this.rpc.call(authRpc.resendOtp, body);
  }

  /** Hands in a code: signs in, or lets a newcomer register. */
  @Public()
  @Post('otp/verify')
  @HttpCode(200)
  @Answers(authRpc.verifyOtp, SignedInView, ProfileRequiredView)
  async verifyOtp(
    @Body() body: VerifyOtpBody,
    @Origin() origin: ClientOrigin,
  ): Promise<SignedInView | ProfileRequiredView> {
    return (await this.rpc.call(authRpc.verifyOtp, { ...body, origin })).result;
  }

  /** Makes an account for the proven address and signs in. */
  @Public()
  @Post('register')
  @HttpCode(201)
  @Answers(authRpc.register)
  register(@Body() body: RegisterBody, @Origin() origin: ClientOrigin): Promise<SignedInView> {
    return this.rpc.call(authRpc.register, { ...body, origin });
  }

  /** Trades a refresh token for a new pair of tokens. */
  @Public()
  @Post('refresh')
  @HttpCode(200)
  @Answers(authRpc.refresh)
  refresh(@Body() body: RefreshBody): Promise<TokenPairView> {
    return this.rpc.call(authRpc.refresh, body);
  }

  /** Ends this login; its access token stops working everywhere within a second. */
  @Post('logout')
  @HttpCode(204)
  @Answers(authRpc.logout)
  async logout(@CurrentUser() user: CurrentUserClaims): Promise<void> {
    await this.rpc.call(authRpc.logout, user);
  }

  /** Ends every login of the person. */
  @Post('logout-all')
  @HttpCode(204)
  @Answers(authRpc.logoutAll)
  async logoutAll(@CurrentUser() { user_id }: CurrentUserClaims): Promise<void> {
    await this.rpc.call(authRpc.logoutAll, { user_id });
  }

  /** Where the person is signed in. */
  @Get('logins')
  @Answers(authRpc.listLogins)
  listLogins(@CurrentUser() user: CurrentUserClaims): Promise<LoginListView> {
    return this.rpc.call(authRpc.listLogins, user);
  }

  /** Ends one login. */
  @Delete('logins/:id')
  @HttpCode(204)
  @Answers(authRpc.revokeLogin)
  async revokeLogin(@CurrentUser() { user_id }: CurrentUserClaims, @Param() { id }: IdParams): Promise<void> {
    await this.rpc.call(authRpc.revokeLogin, { user_id, login_id: id });
  }
}
