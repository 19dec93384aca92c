import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AddMemoryBody,
  conversationRpc,
  IdParams,
  PageQuery,
  SearchMessagesQuery,
  summaryRpc,
  UpdateMemoryBody,
  type MemoryPage,
  type MemoryView,
  type MessageListView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me')
export class MemoriesController {
  constructor(private readonly rpc: RpcClient) {}

  /** What the companion remembers, newest first. */
  @Get('memories')
  @Answers(summaryRpc.listMemories)
  listMemories(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<MemoryPage> {
    return this.rpc.call(summaryRpc.listMemories, { ...query, user_id });
  }

  /** Gives the companion something to remember. */
  @Post('memories')
  @Answers(summaryRpc.addMemory)
  addMemory(@CurrentUser() { user_id }: CurrentUserClaims, @Body() body: AddMemoryBody): Promise<MemoryView> {
    return this.rpc.call(summaryRpc.addMemory, { ...body, user_id });
  }

  /** Corrects a memory, or has it in mind in every talk. */
  @Patch('memories/:id')
  @Answers(summaryRpc.updateMemory)
  updateMemory(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Body() body: UpdateMemoryBody,
  ): Promise<MemoryView> {
    return this.rpc.call(summaryRpc.updateMemory, { ...body, user_id, id });
  }

  /** Forgets a memory for good: it is not learned again from the messages it came from. */
  @Delete('memories/:id')
  @HttpCode(204)
  @Answers(summaryRpc.forgetMemory)
  async forgetMemory(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
  ): Promise<void> {
    await this.rpc.call(summaryRpc.forgetMemory, { user_id, id });
  }

  /** Own messages, best first, found across Devanagari, Hinglish and English. */
  @Get('search')
  @Answers(conversationRpc.searchMessages)
  searchMessages(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: SearchMessagesQuery,
  ): Promise<MessageListView> {
    return this.rpc.call(conversationRpc.searchMessages, { ...query, user_id });
  }
}
