import { Injectable, Logger } from '@nestjs/common';
import { authRpc, billingRpc, conversationRpc, summaryRpc, type AdminOverviewView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';

/** Asks every service for its own numbers: none may read the tables of another. */
@Injectable()
export class OverviewService {
  private readonly log = new Logger(OverviewService.name);

  constructor(private readonly rpc: RpcClient) {}

  /** A service that does not answer leaves its part empty: most of all then somebody wants to see the others. */
  async collect(): Promise<AdminOverviewView> {
    const [people, talk, learning, money] = await Promise.all([
      this.orNull(this.rpc.call(authRpc.getOverview, {})),
      this.orNull(this.rpc.call(conversationRpc.getOverview, {})),
      this.orNull(this.rpc.call(summaryRpc.getOverview, {})),
      this.orNull(this.rpc.call(billingRpc.getOverview, {})),
    ]);
    return { at: new Date().toISOString(), people, talk, learning, money };
  }

  private orNull<T>(part: Promise<T>): Promise<T | null> {
    return part.catch((error: unknown) => {
      this.log.warn('a part of the overview is missing', {}, error);
      return null;
    });
  }
}
