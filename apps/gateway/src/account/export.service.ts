import { Injectable } from '@nestjs/common';
import { authRpc, billingRpc, conversationRpc, summaryRpc, type ExportChunk } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import type { CurrentUserClaims } from '../http/current-user.decorator.js';
import type { ExportedTables } from './exported-tables.js';

/** Collects what every service holds about a person. */
@Injectable()
export class ExportService {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * All of it or nothing: a part that is missing would look like data that does not exist.
   * @throws DomainError `service_unavailable`
   */
  async collect(user: CurrentUserClaims): Promise<ExportedTables> {
    const { user_id } = user;
    const parts = await Promise.all([
      gather(this.rpc.stream(authRpc.exportRows, user)),
      gather(this.rpc.stream(conversationRpc.exportRows, { user_id })),
      gather(this.rpc.stream(summaryRpc.exportRows, { user_id })),
      gather(this.rpc.stream(billingRpc.exportRows, { user_id })),
    ]);
    return new Map(parts.flatMap((part) => [...part]));
  }
}

const gather = async (chunks: AsyncIterable<ExportChunk>): Promise<ExportedTables> => {
  const tables = new Map<string, string[]>();
  for await (const { table, rows } of chunks) tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  return tables;
};
