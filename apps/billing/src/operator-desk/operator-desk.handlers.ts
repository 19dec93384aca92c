import { Controller } from '@nestjs/common';
import {
  billingRpc,
  type ListOrdersRequest,
  type ListWebhooksRequest,
  type OrderDeedRequest,
  type OrderPage,
  type OrderRequest,
  type OrderView,
  type RefundPaymentRequest,
  type ResolveReviewRequest,
  type WebhookPage,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OperatorDeskService } from './operator-desk.service.js';

@Controller()
export class OperatorDeskHandlers {
  constructor(private readonly desk: OperatorDeskService) {}

  @RpcHandler(billingRpc.listOrders)
  listOrders(request: ListOrdersRequest): Promise<OrderPage> {
    return this.desk.list(request);
  }

  @RpcHandler(billingRpc.getOrder)
  getOrder({ id }: OrderRequest): Promise<OrderView> {
    return this.desk.get(id);
  }

  @RpcHandler(billingRpc.refundPayment)
  refundPayment(request: RefundPaymentRequest): Promise<OrderView> {
    return this.desk.refund(request);
  }

  @RpcHandler(billingRpc.cancelOrder)
  cancelOrder(request: OrderDeedRequest): Promise<OrderView> {
    return this.desk.cancel(request);
  }

  @RpcHandler(billingRpc.revokeSubscription)
  revokeSubscription(request: OrderDeedRequest): Promise<OrderView> {
    return this.desk.revoke(request);
  }

  @RpcHandler(billingRpc.checkOrder)
  checkOrder(request: OrderDeedRequest): Promise<OrderView> {
    return this.desk.check(request);
  }

  @RpcHandler(billingRpc.resolveReview)
  resolveReview(request: ResolveReviewRequest): Promise<OrderView> {
    return this.desk.resolve(request);
  }

  @RpcHandler(billingRpc.listWebhooks)
  listWebhooks(request: ListWebhooksRequest): Promise<WebhookPage> {
    return this.desk.listWebhooks(request);
  }
}
