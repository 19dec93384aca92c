import { Controller } from '@nestjs/common';
import { billingRpc, type EmptyRequest, type MoneyOverview } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OverviewRepository } from './overview.repository.js';

@Controller()
export class OverviewHandlers {
  constructor(private readonly repository: OverviewRepository) {}

  @RpcHandler(billingRpc.getOverview)
  getOverview(_: EmptyRequest): Promise<MoneyOverview> {
    return this.repository.count();
  }
}
