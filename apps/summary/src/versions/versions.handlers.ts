import { Controller } from '@nestjs/common';
import { summaryRpc, type ActorPageRequest, type SummaryVersionPage } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { VersionsService } from './versions.service.js';

@Controller()
export class VersionsHandlers {
  constructor(private readonly versions: VersionsService) {}

  @RpcHandler(summaryRpc.listVersions)
  listVersions(request: ActorPageRequest): Promise<SummaryVersionPage> {
    return this.versions.list(request);
  }
}
