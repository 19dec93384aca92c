import { Controller } from '@nestjs/common';
import { authRpc, type EmptyRequest, type PeopleOverview } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OverviewRepository } from './overview.repository.js';

@Controller()
export class OverviewHandlers {
  constructor(private readonly repository: OverviewRepository) {}

  @RpcHandler(authRpc.getOverview)
  getOverview(_: EmptyRequest): Promise<PeopleOverview> {
    return this.repository.count();
  }
}
