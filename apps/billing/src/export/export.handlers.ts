import { Controller } from '@nestjs/common';
import { billingRpc, type ActorRequest, type ExportChunk } from '@saathi/contracts';
import { StreamHandler, type CallContext } from '@saathi/messaging';
import { ExportRepository } from './export.repository.js';

@Controller()
export class ExportHandlers {
  constructor(private readonly repository: ExportRepository) {}

  @StreamHandler(billingRpc.exportRows)
  exportRows({ user_id }: ActorRequest, { signal }: CallContext): AsyncIterable<ExportChunk> {
    return this.repository.rows(user_id, signal);
  }
}
