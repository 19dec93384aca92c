import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { authRpc, PageQuery, type ErasureReceiptView, type SecurityEventPage } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me')
export class AccountController {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * Deletes the account and everything personal with it, for good. What the law makes us keep of
   * payments is kept without the person. Every login ends at once.
   */
  @Delete()
  @HttpCode(202)
  @Answers(authRpc.erasePerson)
  erase(@CurrentUser() { user_id }: CurrentUserClaims): Promise<ErasureReceiptView> {
    return this.rpc.call(authRpc.erasePerson, { user_id });
  }

  /** What happened to the account in the last year: sign-ins, wrong codes, changes. Newest first. */
  @Get('security-events')
  @Answers(authRpc.listSecurityEvents)
  listSecurityEvents(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<SecurityEventPage> {
    return this.rpc.call(authRpc.listSecurityEvents, { ...query, user_id });
  }
}
