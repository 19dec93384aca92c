import { Controller } from '@nestjs/common';
import { billingRpc, type EmptyRequest, type PlanListView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { Plans } from './plans.js';

@Controller()
export class PlansHandlers {
  constructor(private readonly plans: Plans) {}

  @RpcHandler(billingRpc.listPlans)
  listPlans(_: EmptyRequest): Promise<PlanListView> {
    return Promise.resolve({ items: [...this.plans.all] });
  }
}
