import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CALL_SOCKET_PATH,
  conversationRpc,
  IdParams,
  PageQuery,
  StartCallBody,
  StartedCallView,
  type CallPage,
  type CallView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/calls')
export class CallsController {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * Opens a call. What is said travels over a web socket at `url`, sub-protocol `saathi.call.v1`, whose first message
   * hands in the ticket; the call's time begins there. One live call a person.
   */
  @Post()
  @HttpCode(201)
  @Answers(conversationRpc.startCall, StartedCallView)
  async startCall(
    @CurrentUser() { user_id, login_id }: CurrentUserClaims,
    @Body() body: StartCallBody,
  ): Promise<StartedCallView> {
    const permit = await this.rpc.call(conversationRpc.startCall, { ...body, user_id, login_id });
    return { ...permit, url: CALL_SOCKET_PATH };
  }

  /** The person's calls, newest first. */
  @Get()
  @Answers(conversationRpc.listCalls)
  listCalls(@CurrentUser() { user_id }: CurrentUserClaims, @Query() query: PageQuery): Promise<CallPage> {
    return this.rpc.call(conversationRpc.listCalls, { ...query, user_id });
  }

  @Get(':id')
  @Answers(conversationRpc.getCall)
  getCall(@CurrentUser() { user_id }: CurrentUserClaims, @Param() { id }: IdParams): Promise<CallView> {
    return this.rpc.call(conversationRpc.getCall, { user_id, id });
  }
}
