import { Controller } from '@nestjs/common';
import { summaryRpc, type EmptyRequest, type LearningOverview } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OverviewRepository } from './overview.repository.js';

@Controller()
export class OverviewHandlers {
  constructor(private readonly repository: OverviewRepository) {}

  @RpcHandler(summaryRpc.getOverview)
  getOverview(_: EmptyRequest): Promise<LearningOverview> {
    return this.repository.count();
  }
}
