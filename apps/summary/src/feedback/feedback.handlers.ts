import { Controller } from '@nestjs/common';
import {
  summaryRpc,
  type RestoreSummaryRequest,
  type SummaryFeedbackRequest,
  type SummaryView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { FeedbackService } from './feedback.service.js';

@Controller()
export class FeedbackHandlers {
  constructor(private readonly feedback: FeedbackService) {}

  @RpcHandler(summaryRpc.giveFeedback)
  giveFeedback(request: SummaryFeedbackRequest): Promise<SummaryView> {
    return this.feedback.give(request);
  }

  @RpcHandler(summaryRpc.restoreVersion)
  restoreVersion(request: RestoreSummaryRequest): Promise<SummaryView> {
    return this.feedback.restore(request);
  }
}
