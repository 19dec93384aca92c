import { Controller } from '@nestjs/common';
import { billingRpc, type ActorRequest, type UsageView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { EntitlementsService } from './entitlements.service.js';

@Controller()
export class EntitlementsHandlers {
  constructor(private readonly entitlements: EntitlementsService) {}

  @RpcHandler(billingRpc.getUsage)
  getUsage({ user_id }: ActorRequest): Promise<UsageView> {
    return this.entitlements.getUsage(user_id);
  }
}
