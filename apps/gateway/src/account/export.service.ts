import { Injectable } from '@nestjs/common';
import {
  authRpc,
  billingRpc,
  conversationRpc,
  DomainError,
  summaryRpc,
  type ExportChunk,
} from '@saathi/contracts';
import { RpcClient, type RpcStream } from '@saathi/messaging';
import type { CurrentUserClaims } from '../http/current-user.decorator.js';
import type { ExportedTables } from './exported-tables.js';

const COME_BACK_SECONDS = 30;

/** Collects what every service holds about a person. */
@Injectable()
export class ExportService {
  /** Whose export is being made here: it costs too much to make two of one person at once. */
  private readonly underWay = new Set<string>();

  constructor(private readonly rpc: RpcClient) {}

  /**
   * All of it or nothing: a part that is missing would look like data that does not exist.
   * @param signal aborted when nobody waits for it any more
   * @throws DomainError `service_unavailable`; `rate_limited` while another export of the person is made
   */
  async collect(user: CurrentUserClaims, signal: AbortSignal): Promise<ExportedTables> {
    const { user_id } = user;
    if (this.underWay.has(user_id)) {
      throw new DomainError('rate_limited', 'Your export is being made already.', {
        retry_after: COME_BACK_SECONDS,
      });
    }
    this.underWay.add(user_id);
    try {
      const parts = [
        this.rpc.stream(authRpc.exportRows, user),
        this.rpc.stream(conversationRpc.exportRows, { user_id }),
        this.rpc.stream(summaryRpc.exportRows, { user_id }),
        this.rpc.stream(billingRpc.exportRows, { user_id }),
      ];
      signal.addEventListener('abort', () => {
        for (const part of parts) part.stop();
      });
      const tables = await Promise.all(parts.map(gather));
      return new Map(tables.flatMap((part) => [...part]));
    } finally {
      this.underWay.delete(user_id);
    }
  }
}

const gather = async (chunks: RpcStream<ExportChunk>): Promise<ExportedTables> => {
  const tables = new Map<string, string[]>();
  for await (const { table, rows } of chunks) {
    const known = tables.get(table);
    if (known === undefined) tables.set(table, rows);
    else known.push(...rows);
  }
  return tables;
};
