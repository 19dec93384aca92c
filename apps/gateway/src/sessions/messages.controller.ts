import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  conversationRpc,
  ExchangeView,
  IdParams,
  MessageTag,
  PageQuery,
  SendMessageBody,
  type MessagePage,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { ReplyWriter } from './reply-writer.js';
import { SteadyReplies } from './steady-replies.js';

@Controller('v1/sessions/:id/messages')
export class MessagesController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly steady: SteadyReplies,
    private readonly replies: ReplyWriter,
  ) {}

  /** What was said in a session, oldest first. */
  @Get()
  @Answers(conversationRpc.listMessages)
  listMessages(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Query() query: PageQuery,
  ): Promise<MessagePage> {
    return this.rpc.call(conversationRpc.listMessages, { ...query, user_id, session_id: id });
  }

  /** Says something. The reply streams (`Accept: text/event-stream`) or comes whole. */
  @Post()
  @HttpCode(201)
  @Answers(conversationRpc.sendMessage, ExchangeView)
  async sendMessage(
    @CurrentUser() user: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Body() { text, tag = MessageTag.General }: SendMessageBody,
    @IdempotencyKey() key: { idempotency_key?: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chunks = this.rpc.stream(conversationRpc.sendMessage, {
      ...key,
      user_id: user.user_id,
      session_id: id,
      text,
      tag,
    });
    await this.replies.write(this.steady.asked(user.user_id, chunks), user, request, reply);
  }
}
