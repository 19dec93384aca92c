import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  authRpc,
  PageQuery,
  RequestOtpBody,
  VerifyOtpBody,
  type ChallengeView,
  type ClientOrigin,
  type OperatorActionPage,
  type OperatorSignedInView,
  type OperatorView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { Origin } from '../http/client-origin.decorator.js';
import { CurrentOperator, type CurrentOperatorClaims } from '../http/current-operator.decorator.js';
import { ForOperators } from '../http/for-operators.decorator.js';
import { Public } from '../http/public.decorator.js';

@ForOperators()
@Controller('v1/admin')
export class AdminAuthController {
  constructor(private readonly rpc: RpcClient) {}

  /** Sends a code by e-mail if the address is an operator's. The answer does not tell whether it is. */
  @Public()
  @Post('auth/otp/request')
  @HttpCode(202)
  @Answers(authRpc.requestOperatorOtp)
  requestOperatorOtp(@Body() body: RequestOtpBody, @Origin() origin: ClientOrigin): Promise<ChallengeView> {
    return this.rpc.call(authRpc.requestOperatorOtp, { ...body, origin });
  }

  /** Hands in a code. There is nothing to refresh: when the token expires, another code is asked for. */
  @Public()
  @Post('auth/otp/verify')
  @HttpCode(200)
  @Answers(authRpc.verifyOperatorOtp)
  verifyOperatorOtp(
    @Body() body: VerifyOtpBody,
    @Origin() origin: ClientOrigin,
  ): Promise<OperatorSignedInView> {
    return this.rpc.call(authRpc.verifyOperatorOtp, { ...body, origin });
  }

  /** Ends this login; its token stops working at once. */
  @Post('auth/logout')
  @HttpCode(204)
  @Answers(authRpc.signOutOperator)
  async signOutOperator(@CurrentOperator() operator: CurrentOperatorClaims): Promise<void> {
    await this.rpc.call(authRpc.signOutOperator, operator);
  }

  /** Which operator is signed in. */
  @Get('me')
  @Answers(authRpc.admitOperator)
  getOperator(@CurrentOperator() operator: CurrentOperatorClaims): Promise<OperatorView> {
    return this.rpc.call(authRpc.admitOperator, operator);
  }

  /** What operators did, newest first. */
  @Get('actions')
  @Answers(authRpc.listOperatorActions)
  listOperatorActions(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Query() query: PageQuery,
  ): Promise<OperatorActionPage> {
    return this.rpc.call(authRpc.listOperatorActions, { ...query, operator_id });
  }
}
