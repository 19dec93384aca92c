import { Body, Controller, Get, Patch } from '@nestjs/common';
import { authRpc, billingRpc, UpdateProfileBody, type UsageView, type UserView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me')
export class ProfileController {
  constructor(private readonly rpc: RpcClient) {}

  /** Who is signed in. */
  @Get()
  @Answers(authRpc.getProfile)
  getProfile(@CurrentUser() { user_id }: CurrentUserClaims): Promise<UserView> {
    return this.rpc.call(authRpc.getProfile, { user_id });
  }

  /** Changes what is given. Another persona takes effect with the next session. */
  @Patch()
  @Answers(authRpc.updateProfile)
  updateProfile(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Body() body: UpdateProfileBody,
  ): Promise<UserView> {
    return this.rpc.call(authRpc.updateProfile, { ...body, user_id });
  }

  /** What was used of the free allowance, and what is left. */
  @Get('usage')
  @Answers(billingRpc.getUsage)
  getUsage(@CurrentUser() { user_id }: CurrentUserClaims): Promise<UsageView> {
    return this.rpc.call(billingRpc.getUsage, { user_id });
  }
}
