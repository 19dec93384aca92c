import { Controller } from '@nestjs/common';
import { conversationRpc, type EmptyRequest, type TalkOverview } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OverviewRepository } from './overview.repository.js';

@Controller()
export class OverviewHandlers {
  constructor(private readonly repository: OverviewRepository) {}

  @RpcHandler(conversationRpc.getOverview)
  getOverview(_: EmptyRequest): Promise<TalkOverview> {
    return this.repository.count();
  }
}
