import { Controller, Get, Query } from '@nestjs/common';
import {
  PageQuery,
  summaryRpc,
  type PersonaView,
  type SummaryHistoryPage,
  type SummaryView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me')
export class SummariesController {
  constructor(private readonly rpc: RpcClient) {}

  /** The Summary Tracker: everything learned so far, merged. */
  @Get('summary')
  @Answers(summaryRpc.getSummary)
  getSummary(@CurrentUser() { user_id }: CurrentUserClaims): Promise<SummaryView> {
    return this.rpc.call(summaryRpc.getSummary, { user_id });
  }

  /** What each session taught, newest first. */
  @Get('summary/history')
  @Answers(summaryRpc.listHistory)
  listHistory(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<SummaryHistoryPage> {
    return this.rpc.call(summaryRpc.listHistory, { ...query, user_id });
  }

  /** The companion as it now is for this person. */
  @Get('persona')
  @Answers(summaryRpc.getPersona)
  getPersona(@CurrentUser() { user_id }: CurrentUserClaims): Promise<PersonaView> {
    return this.rpc.call(summaryRpc.getPersona, { user_id });
  }
}
