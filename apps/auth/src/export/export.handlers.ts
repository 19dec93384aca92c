import { Controller } from '@nestjs/common';
import { authRpc, SecurityEventKind, type ExportChunk, type LoginRequest } from '@saathi/contracts';
import { StreamHandler, type CallContext } from '@saathi/messaging';
import { SecurityLog } from '../security-log/security-log.service.js';
import { ExportRepository } from './export.repository.js';

@Controller()
export class ExportHandlers {
  constructor(
    private readonly repository: ExportRepository,
    private readonly securityLog: SecurityLog,
  ) {}

  @StreamHandler(authRpc.exportRows)
  async *exportRows(
    { user_id, login_id }: LoginRequest,
    { signal }: CallContext,
  ): AsyncIterable<ExportChunk> {
    // Waited for: an export holds the line about itself.
    await this.securityLog.recorded({ kind: SecurityEventKind.DataExported, user_id, login_id });
    yield* this.repository.rows(user_id, signal);
  }
}
