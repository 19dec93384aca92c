import { Controller } from '@nestjs/common';
import {
  summaryRpc,
  type ActorPageRequest,
  type ActorRequest,
  type SummaryHistoryPage,
  type SummaryView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SummariesService } from './summaries.service.js';

@Controller()
export class SummariesHandlers {
  constructor(private readonly summaries: SummariesService) {}

  @RpcHandler(summaryRpc.getSummary)
  getSummary({ user_id }: ActorRequest): Promise<SummaryView> {
    return this.summaries.getSummary(user_id);
  }

  @RpcHandler(summaryRpc.listHistory)
  listHistory(request: ActorPageRequest): Promise<SummaryHistoryPage> {
    return this.summaries.listHistory(request);
  }
}
