import { Controller } from '@nestjs/common';
import {
  billingRpc,
  type ActorPageRequest,
  type ActorRequest,
  type SubscriptionPage,
  type SubscriptionView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SubscriptionsService } from './subscriptions.service.js';

@Controller()
export class SubscriptionsHandlers {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @RpcHandler(billingRpc.listSubscriptions)
  listSubscriptions(request: ActorPageRequest): Promise<SubscriptionPage> {
    return this.subscriptions.list(request);
  }

  @RpcHandler(billingRpc.getCurrentSubscription)
  getCurrentSubscription({ user_id }: ActorRequest): Promise<SubscriptionView> {
    return this.subscriptions.getCurrent(user_id);
  }
}
