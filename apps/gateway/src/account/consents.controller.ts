import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { authRpc, ChangeConsentBody, ConsentParams, type ConsentListView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me/consents')
export class ConsentsController {
  constructor(private readonly rpc: RpcClient) {}

  /** What the person agreed to and took back. */
  @Get()
  @Answers(authRpc.listConsents)
  listConsents(@CurrentUser() { user_id }: CurrentUserClaims): Promise<ConsentListView> {
    return this.rpc.call(authRpc.listConsents, { user_id });
  }

  /** Gives a consent or takes it back, with effect from now on. */
  @Patch(':purpose')
  @Answers(authRpc.changeConsent)
  changeConsent(
    @CurrentUser() user: CurrentUserClaims,
    @Param() { purpose }: ConsentParams,
    @Body() { given }: ChangeConsentBody,
  ): Promise<ConsentListView> {
    return this.rpc.call(authRpc.changeConsent, { ...user, purpose, given });
  }
}
