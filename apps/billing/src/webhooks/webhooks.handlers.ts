import { Controller } from '@nestjs/common';
import {
  billingRpc,
  type AcceptWebhookRequest,
  type DoneView,
  type OrderDeedRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { WebhooksService } from './webhooks.service.js';

@Controller()
export class WebhooksHandlers {
  constructor(private readonly webhooks: WebhooksService) {}

  @RpcHandler(billingRpc.acceptWebhook)
  async acceptWebhook(request: AcceptWebhookRequest): Promise<DoneView> {
    await this.webhooks.accept(request);
    return { ok: true };
  }

  @RpcHandler(billingRpc.replayWebhook)
  async replayWebhook(request: OrderDeedRequest): Promise<DoneView> {
    await this.webhooks.replay(request.id, request);
    return { ok: true };
  }
}
