import { Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { conversationRpc, ExchangeView, IdParams } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { ReplyWriter } from './reply-writer.js';
import { SteadyReplies } from './steady-replies.js';

@Controller('v1/sessions/:id/reply')
export class RepliesController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly steady: SteadyReplies,
    private readonly replies: ReplyWriter,
  ) {}

  /**
   * Makes the reply to the last message again, after one that failed or was stopped. It is not charged, and
   * takes the place of the stopped one. It streams (`Accept: text/event-stream`) or comes whole.
   */
  @Post()
  @HttpCode(201)
  @Answers(conversationRpc.remakeReply, ExchangeView)
  async remakeReply(
    @CurrentUser() user: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chunks = this.rpc.stream(conversationRpc.remakeReply, { user_id: user.user_id, session_id: id });
    await this.replies.write(this.steady.asked(user.user_id, chunks), user, request, reply);
  }

  /** Joins the reply under way, after the frame that `Last-Event-ID` names; 204 when none is. */
  @Get()
  @Answers(conversationRpc.joinReply)
  async joinReply(
    @CurrentUser() user: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reply_id = await this.findReply(user, id);
    if (reply_id === null) {
      await reply.status(204).send();
      return;
    }
    const after = /^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0;
    const chunks = this.steady.joined(user.user_id, reply_id, after);
    await this.replies.stream(chunks, user, request, reply, after);
  }

  /** Stops the reply under way. What was said so far is stored by the time this answers. */
  @Post('stop')
  @HttpCode(204)
  @Answers(conversationRpc.findReply)
  async stopReply(@CurrentUser() user: CurrentUserClaims, @Param() { id }: IdParams): Promise<void> {
    const reply_id = await this.findReply(user, id);
    if (reply_id !== null) await this.rpc.call(conversationRpc.stopReply, { reply_id });
  }

  private async findReply({ user_id }: CurrentUserClaims, session_id: string): Promise<string | null> {
    return (await this.rpc.call(conversationRpc.findReply, { user_id, session_id })).reply_id;
  }
}
