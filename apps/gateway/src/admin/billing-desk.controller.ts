import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  billingRpc,
  DeedBody,
  IdParams,
  OrdersQuery,
  RefundBody,
  ResolveReviewBody,
  WebhooksQuery,
  type DoneView,
  type OrderPage,
  type OrderView,
  type WebhookPage,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentOperator, type CurrentOperatorClaims } from '../http/current-operator.decorator.js';
import { ForOperators } from '../http/for-operators.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';

@ForOperators()
@Controller('v1/admin/billing')
export class BillingDeskController {
  constructor(private readonly rpc: RpcClient) {}

  /** Orders, newest first; with `review=open` those that a human should look at. */
  @Get('orders')
  @Answers(billingRpc.listOrders)
  listOrders(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Query() query: OrdersQuery,
  ): Promise<OrderPage> {
    return this.rpc.call(billingRpc.listOrders, { ...query, operator_id });
  }

  /** Everything that is known of an order; the id is that of its payment. */
  @Get('orders/:id')
  @Answers(billingRpc.getOrder)
  getOrder(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
  ): Promise<OrderView> {
    return this.rpc.call(billingRpc.getOrder, { operator_id, id });
  }

  /** Pays money back: all that is left, or a part. A full refund ends the pass once the money is on its way. */
  @Post('orders/:id/refund')
  @HttpCode(200)
  @Answers(billingRpc.refundPayment)
  refundPayment(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
    @Body() body: RefundBody,
    @IdempotencyKey() key: { idempotency_key?: string },
  ): Promise<OrderView> {
    return this.rpc.call(billingRpc.refundPayment, { ...body, ...key, operator_id, id });
  }

  /** Has nobody able to pay an unpaid order any more. */
  @Post('orders/:id/cancel')
  @HttpCode(200)
  @Answers(billingRpc.cancelOrder)
  cancelOrder(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
    @Body() body: DeedBody,
  ): Promise<OrderView> {
    return this.rpc.call(billingRpc.cancelOrder, { ...body, operator_id, id });
  }

  /** Ends the pass that the order bought, without paying anything back. */
  @Post('orders/:id/revoke')
  @HttpCode(200)
  @Answers(billingRpc.revokeSubscription)
  revokeSubscription(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
    @Body() body: DeedBody,
  ): Promise<OrderView> {
    return this.rpc.call(billingRpc.revokeSubscription, { ...body, operator_id, id });
  }

  /** Asks the payment provider now how the order stands. */
  @Post('orders/:id/check')
  @HttpCode(200)
  @Answers(billingRpc.checkOrder)
  checkOrder(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
    @Body() body: DeedBody,
  ): Promise<OrderView> {
    return this.rpc.call(billingRpc.checkOrder, { ...body, operator_id, id });
  }

  /** Settles a review. */
  @Post('orders/:id/resolve')
  @HttpCode(200)
  @Answers(billingRpc.resolveReview)
  resolveReview(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
    @Body() body: ResolveReviewBody,
  ): Promise<OrderView> {
    return this.rpc.call(billingRpc.resolveReview, { ...body, operator_id, id });
  }

  /** Webhooks that were taken in, newest first. */
  @Get('webhooks')
  @Answers(billingRpc.listWebhooks)
  listWebhooks(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Query() query: WebhooksQuery,
  ): Promise<WebhookPage> {
    return this.rpc.call(billingRpc.listWebhooks, { ...query, operator_id });
  }

  /** Has a webhook acted on once more. */
  @Post('webhooks/:id/replay')
  @HttpCode(202)
  @Answers(billingRpc.replayWebhook)
  replayWebhook(
    @CurrentOperator() { operator_id }: CurrentOperatorClaims,
    @Param() { id }: IdParams,
    @Body() body: DeedBody,
  ): Promise<DoneView> {
    return this.rpc.call(billingRpc.replayWebhook, { ...body, operator_id, id });
  }
}
