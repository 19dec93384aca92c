import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { conversationRpc, IdParams } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1')
export class DeletionsController {
  constructor(private readonly rpc: RpcClient) {}

  /** Deletes a session and everything said in it. The summary becomes what it would be had it never been. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Answers(conversationRpc.deleteSession)
  async deleteSession(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
  ): Promise<void> {
    await this.rpc.call(conversationRpc.deleteSession, { user_id, id });
  }

  /** Deletes one message, of the person or of the companion. What was learned from it is forgotten as well. */
  @Delete('messages/:id')
  @HttpCode(204)
  @Answers(conversationRpc.deleteMessage)
  async deleteMessage(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
  ): Promise<void> {
    await this.rpc.call(conversationRpc.deleteMessage, { user_id, id });
  }
}
