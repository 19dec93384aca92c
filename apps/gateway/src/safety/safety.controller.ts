import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  conversationRpc,
  IdParams,
  ReportMessageBody,
  type MessageReportView,
  type SafetyProtocolView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { Public } from '../http/public.decorator.js';

@Controller('v1')
export class SafetyController {
  constructor(private readonly rpc: RpcClient) {}

  /** What Saathi does when somebody is in danger, and where people find help. */
  @Public()
  @Get('safety/protocol')
  @Answers(conversationRpc.getSafetyProtocol)
  getSafetyProtocol(): Promise<SafetyProtocolView> {
    return this.rpc.call(conversationRpc.getSafetyProtocol, {});
  }

  /** Reports a message of the companion. Those who look after the service are told why, and read no more than that. */
  @Post('messages/:id/report')
  @HttpCode(201)
  @Answers(conversationRpc.reportMessage)
  reportMessage(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Body() body: ReportMessageBody,
  ): Promise<MessageReportView> {
    return this.rpc.call(conversationRpc.reportMessage, { ...body, user_id, id });
  }
}
