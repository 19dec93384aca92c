import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  conversationRpc,
  IdParams,
  ListSessionsQuery,
  StartSessionBody,
  type SessionPage,
  type SessionView,
  type StartedSessionView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly rpc: RpcClient) {}

  /** Opens a chat. The persona as it now is stays fixed for the whole session. */
  @Post()
  @HttpCode(201)
  @Answers(conversationRpc.startSession)
  startSession(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Body() body: StartSessionBody,
    @IdempotencyKey() key: { idempotency_key?: string },
  ): Promise<StartedSessionView> {
    return this.rpc.call(conversationRpc.startSession, { ...body, ...key, user_id });
  }

  /** The person's sessions, newest first. */
  @Get()
  @Answers(conversationRpc.listSessions)
  listSessions(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: ListSessionsQuery,
  ): Promise<SessionPage> {
    return this.rpc.call(conversationRpc.listSessions, { ...query, user_id });
  }

  @Get(':id')
  @Answers(conversationRpc.getSession)
  getSession(@CurrentUser() { user_id }: CurrentUserClaims, @Param() { id }: IdParams): Promise<SessionView> {
    return this.rpc.call(conversationRpc.getSession, { user_id, id });
  }

  /** Ends a session; its summary is written soon after. Ending it again changes nothing. */
  @Post(':id/end')
  @HttpCode(200)
  @Answers(conversationRpc.endSession)
  endSession(@CurrentUser() { user_id }: CurrentUserClaims, @Param() { id }: IdParams): Promise<SessionView> {
    return this.rpc.call(conversationRpc.endSession, { user_id, id });
  }
}
