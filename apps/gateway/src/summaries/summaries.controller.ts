import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  PageQuery,
  RestoreSummaryBody,
  SummaryFeedbackBody,
  summaryRpc,
  type SummaryHistoryPage,
  type SummaryVersionPage,
  type SummaryView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me/summary')
export class SummariesController {
  constructor(private readonly rpc: RpcClient) {}

  /** The Summary Tracker: everything learned so far, merged. */
  @Get()
  @Answers(summaryRpc.getSummary)
  getSummary(@CurrentUser() { user_id }: CurrentUserClaims): Promise<SummaryView> {
    return this.rpc.call(summaryRpc.getSummary, { user_id });
  }

  /** What each session taught, newest first. */
  @Get('history')
  @Answers(summaryRpc.listHistory)
  listHistory(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<SummaryHistoryPage> {
    return this.rpc.call(summaryRpc.listHistory, { ...query, user_id });
  }

  /** Says that a value is not them, holds on to one, or releases it; answers with the recomputed summary. */
  @Post('feedback')
  @HttpCode(200)
  @Answers(summaryRpc.giveFeedback)
  giveFeedback(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Body() body: SummaryFeedbackBody,
  ): Promise<SummaryView> {
    return this.rpc.call(summaryRpc.giveFeedback, { ...body, user_id });
  }

  /** Every state of the merged summary and what was different before, newest first. */
  @Get('versions')
  @Answers(summaryRpc.listVersions)
  listVersions(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<SummaryVersionPage> {
    return this.rpc.call(summaryRpc.listVersions, { ...query, user_id });
  }

  /** Pins what an earlier state said; nothing of the past is changed. */
  @Post('restore')
  @HttpCode(200)
  @Answers(summaryRpc.restoreVersion)
  restore(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Body() body: RestoreSummaryBody,
  ): Promise<SummaryView> {
    return this.rpc.call(summaryRpc.restoreVersion, { ...body, user_id });
  }
}
